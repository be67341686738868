import Circulation
import Hummingbird
import Records
import TransferLog
import Wire

/// Routes that list, fetch and restore the files behind documents, for backups.
struct DocumentFileRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get(API.documentFiles, access: .administrator, work: .list, handle: list),
            .get(API.documentFiles + "/{sha256}", access: .administrator, handle: fetch),
            .put(API.documentFiles + "/{sha256}", access: .administrator, handle: store),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.uri.queryParameters["cursor"].map { try Self.hash($0) }
        let hashes = try await daemon.circulation(for: context).documentFiles(after: cursor, limit: limit)
        let store = daemon.documents
        let page = try await BlockingWork.run {
            Page(hashes) { DocumentFileResource(sha256: $0.text, bytes: try? FileSize.bytes(of: store.file($0))) }
        }
        return try Response(page)
    }

    @Sendable private func fetch(_ request: Request, _ context: PeerContext) async throws -> Response {
        let hash = try await known(context)
        let path = daemon.documents.file(hash)
        guard let bytes = try? FileSize.bytes(of: path) else {
            throw Problem(.notFound, status: 404, detail: DocumentStoreError.missing(hash: hash.text).description)
        }
        return try await FileAnswer(path: path, bytes: bytes, mediaType: "application/octet-stream")
            .response(to: request, context)
    }

    @Sendable private func store(_ request: Request, _ context: PeerContext) async throws -> Response {
        let hash = try await known(context)
        let store = daemon.documents
        return try await daemon.uploads.receive(request, upTo: API.longestDocument, from: context.peer) { bytes in
            try await BlockingWork.run {
                guard DocumentStore.hash(of: bytes) == hash else {
                    let detail = "cannot store \(hash): the body is another file"
                    throw Problem(.invalidRequest, status: 400, detail: detail)
                }
                try store.store(bytes, as: hash)
            }
            return Response(status: .noContent)
        }
    }

    /// The hash in the path, if the log has pages of that file.
    ///
    /// Expunged files cannot be restored.
    private func known(_ context: PeerContext) async throws -> ContentHash {
        let hash = try Self.hash(Substring(context.parameters.get("sha256") ?? ""))
        guard try await daemon.log.read({ try !$0.records(withDocument: hash).isEmpty }) else {
            throw Problem(.notFound, status: 404, detail: "cannot find \(hash): no document has pages of that file")
        }
        return hash
    }

    private static func hash(_ text: Substring) throws(Problem) -> ContentHash {
        guard let hash = ContentHash(String(text)) else {
            let detail = "cannot read the name of the file: it is its SHA-256, 64 hexadecimal digits in lower case"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        return hash
    }
}

import Circulation
import DaemonServices
import Hummingbird
import Intake
import Localization
import Safekeeping
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Routes that list, fetch and restore the files behind documents, for backups.
struct DocumentFileRoutes {
    let server: EndpointServer
    let log: TransferLog
    let documents: DocumentStore
    let uploads: Uploads

    var routes: [Route] {
        [
            server.serve(API.DocumentFiles.list) { call in
                let limit = try call.limit()
                let cursor = try call[.cursor].map { try Self.hash($0) }
                let hashes = try await call.circulation.documentFiles(after: cursor, limit: limit)
                return try await BlockingWork.run {
                    Page(hashes) {
                        DocumentFileResource(sha256: $0.text, bytes: try? FileSize.bytes(of: documents.file($0)))
                    }
                }
            },
            server.respond(to: API.DocumentFiles.read) { call in
                let hash = try await known(call)
                let path = documents.file(hash)
                guard let bytes = try? FileSize.bytes(of: path) else {
                    let missing = DocumentStoreError.missing(hash: hash.text)
                    throw RequestFailure(.notFound, missing.message)
                }
                return try await FileAnswer(path: path, bytes: bytes, mediaType: "application/octet-stream")
                    .response(to: call)
            },
            server.respond(to: API.DocumentFiles.store, store),
        ]
    }

    @Sendable private func store(_ call: Call) async throws -> Response {
        let hash = try await known(call)
        let peer = call.context.peer
        return try await uploads.receive(call.request, upTo: API.longestDocument, from: peer) { bytes in
            try await BlockingWork.run {
                guard DocumentStore.hash(of: bytes) == hash else {
                    let detail = Message("cannot store \(hash, "file"): the body is another file")
                    throw RequestFailure(.invalidRequest, detail)
                }
                try documents.store(bytes, as: hash)
            }
            return Response(status: .noContent)
        }
    }

    /// The hash in the path, if the log has pages of that file.
    ///
    /// Expunged files cannot be restored.
    private func known(_ call: Call) async throws -> ContentHash {
        let hash = try Self.hash(call.segment ?? "")
        guard try await log.read({ try !$0.entities(withDocument: hash).isEmpty }) else {
            throw RequestFailure(.notFound, Message("cannot find \(hash, "file"): no document has pages of that file"))
        }
        return hash
    }

    private static func hash(_ text: String) throws(RequestFailure) -> ContentHash {
        guard let hash = ContentHash(text) else {
            let detail = Message(
                "cannot read the name of the file: it is its SHA-256, 64 hexadecimal digits in lower case"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        return hash
    }
}

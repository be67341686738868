import Barcodes
import Circulation
import FoundationEssentials
import Hummingbird
import ImageDecoding
import Records
import Wire

/// Routes that list, fetch, check, move and file scanned documents.
struct DocumentRoutes {
    private let daemon: DaemonParts
    private let quarantineDesk: QuarantineDesk

    init(_ daemon: DaemonParts) {
        self.daemon = daemon
        var options = daemon.configuration.decodingOptions
        options.mode = .paper
        let folders = daemon.configuration.dropFolders
        quarantineDesk = QuarantineDesk(
            folders: folders,
            store: daemon.documents,
            decoder: DropFolderService.decoder(largestFile: folders.map(\.largestFile).max() ?? 0, lanes: 1),
            options: options
        )
    }

    var routes: [Route] {
        [
            .get(API.documents, work: .list, handle: list),
            .get(API.documents + "/{entry}", handle: show),
            .get(API.documents + "/{entry}/content", handle: fetch),
            .get(API.documents + "/{entry}/verification", work: .file, handle: verify),
            .post(API.documents + "/{entry}/moves", access: .supervisor, handle: move),
            .get(API.quarantine, access: .clerk, work: .file, handle: quarantine),
            .post(API.assignments, access: .clerk, handle: assign),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = try request.cursor().map(EntryNumber.init(rawValue:))
        let barcode = try request.uri.queryParameters["of"].map {
            try Barcode(wire: String($0))
        }
        let lines =
            if let barcode {
                try await daemon.circulation(for: context).documents(of: barcode, after: cursor, limit: limit)
            } else {
                try await daemon.circulation(for: context).documents(after: cursor, limit: limit)
            }
        return try Response(Page(lines) { DocumentResource($0) })
    }

    @Sendable private func show(_ request: Request, _ context: PeerContext) async throws -> Response {
        try Response(DocumentResource(try await daemon.circulation(for: context).document(try number(context))))
    }

    /// Returns the file as it was scanned.
    @Sendable private func fetch(_ request: Request, _ context: PeerContext) async throws -> Response {
        let document = try await daemon.circulation(for: context).document(try number(context)).attachment
        let path = daemon.documents.file(document.hash)
        do {
            return try await FileAnswer(path: path, bytes: document.bytes, mediaType: document.mediaType)
                .response(to: request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let missing = DocumentStoreError.missing(hash: document.hash.text)
            throw Problem(.notFound, status: 404, detail: missing.description)
        }
    }

    @Sendable private func verify(_ request: Request, _ context: PeerContext) async throws -> Response {
        let line = try await daemon.circulation(for: context).document(try number(context))
        let (store, attachment) = (daemon.documents, line.attachment)
        var problem: String?
        do {
            try await BlockingWork.run { isCancelled in
                try store.check(attachment.hash, bytes: attachment.bytes, isCancelled: isCancelled)
            }
            // A check that stopped early has no result.
            try Task.checkCancellation()
        } catch let cancellation as CancellationError {
            throw cancellation
        } catch {
            problem = "\(error)"
        }
        return try Response(
            DocumentCheckResource(
                entry: line.entry.number.rawValue,
                sha256: attachment.hash.text,
                isSound: problem == nil,
                problem: problem
            )
        )
    }

    @Sendable private func quarantine(_ request: Request, _ context: PeerContext) async throws -> Response {
        let limit = try request.limit()
        let cursor = request.uri.queryParameters["cursor"].map { String($0) }
        let folders = daemon.configuration.dropFolders
        return try Response(
            try await BlockingWork.run { QuarantineList(folders).page(after: cursor, limit: limit) }
        )
    }

    /// Moves a document to another record.
    @Sendable private func move(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(DocumentMoveRequest.self, from: context.peer)
        let line = try await daemon.circulation(for: context).moveDocument(
            try number(context),
            to: try Barcode(wire: body.to),
            reason: try FreeText(wire: body.reason, field: "reason"),
            by: Attribution(principal: context.peer.principal),
            key: key
        )
        return try Response(DocumentResource(line), status: .created)
    }

    /// Files a quarantined file as documents of a record.
    @Sendable private func assign(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, key) = try await request.decoded(AssignmentRequest.self, from: context.peer)
        let circulation = daemon.circulation(for: context)
        // The quarantined file may be gone because an earlier attempt at this request filed it.
        if let key, let lines = try await circulation.documents(assignedBy: key) {
            return try Response(AssignmentResource(documents: lines.map { DocumentResource($0) }), status: .created)
        }
        guard (1...Self.mostPages).contains(body.pages ?? 1) else {
            let detail = "cannot file it: pages is a number from 1 to \(Self.mostPages)"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        let barcode = try Barcode(wire: body.to)
        // Checks that the record exists before decoding, which may take minutes.
        _ = try await circulation.record(barcode)
        let lines = try await quarantineDesk.assign(
            try await quarantineDesk.find(body.file),
            to: barcode,
            wholly: body.whole ?? false,
            pages: body.pages,
            as: circulation,
            by: context.peer.principal,
            key: key
        )
        return try Response(AssignmentResource(documents: lines.map { DocumentResource($0) }), status: .created)
    }

    /// Maximum value of `pages`, above the page count of any file scanned in one go.
    private static let mostPages = 100_000

    private func number(_ context: PeerContext) throws -> EntryNumber {
        guard let number = context.parameters.get("entry").flatMap({ Int64($0) }), number > 0 else {
            let detail = "cannot read the number of the document: it is that of the entry that attached it"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        return EntryNumber(rawValue: number)
    }
}

extension DocumentResource {
    fileprivate init(_ line: DocumentLine) {
        self.init(
            entry: line.entry.number.rawValue,
            barcode: line.record.barcode.text,
            title: line.record.title,
            sha256: line.attachment.hash.text,
            bytes: line.attachment.bytes,
            mediaType: line.attachment.mediaType,
            firstPage: line.attachment.firstPage,
            pages: line.attachment.pages,
            scannedAt: line.entry.occurredAt.rfc3339,
            filedAt: line.entry.recordedAt.rfc3339,
            principal: line.entry.principal.description,
            device: line.entry.scanner?.text,
            voidedBy: line.voidedBy?.rawValue,
            movedBy: line.movedBy?.rawValue
        )
    }
}

import Barcodes
import Circulation
import DaemonServices
import FoundationEssentials
import Hummingbird
import ImageDecoding
import Intake
import Localization
import Safekeeping
import Vocabulary
import Wire
import WireResources

/// Routes that list, fetch, check, move and file scanned documents.
struct DocumentRoutes {
    let server: EndpointServer
    let intake: Intake

    var routes: [Route] {
        [
            server.serve(API.Documents.list) { call in
                let limit = try call.limit()
                let cursor = try call.cursor().map(EntryNumber.init(rawValue:))
                let lines =
                    if let barcode = try call[API.Documents.of].map({ try Barcode(wire: $0) }) {
                        try await call.circulation.documents(of: barcode, after: cursor, limit: limit)
                    } else {
                        try await call.circulation.documents(after: cursor, limit: limit)
                    }
                return Page(lines) { DocumentResource($0) }
            },
            server.serve(API.Documents.show) { call in
                DocumentResource(try await call.circulation.document(try call.document()))
            },
            server.respond(to: API.Documents.content, fetch),
            server.serve(API.Documents.verify, verify),
            server.serve(API.Documents.move) { call, body in
                DocumentResource(
                    try await call.circulation.moveDocument(
                        try call.document(),
                        to: try Barcode(wire: body.to),
                        reason: try FreeText(wire: body.reason, field: "reason"),
                        by: call.attribution,
                        key: call.key
                    )
                )
            },
            server.serve(API.Quarantine.list) { call in
                let limit = try call.limit()
                let page = try await intake.quarantine.page(after: call[.cursor], limit: limit)
                return Page(
                    items: page.files.map { QuarantinedFileResource($0) },
                    total: page.total,
                    complete: page.isComplete,
                    next: page.next
                )
            },
            server.serve(API.Quarantine.assign, assign),
        ]
    }

    /// Returns the file as it was scanned.
    @Sendable private func fetch(_ call: Call) async throws -> Response {
        let document = try await call.circulation.document(try call.document()).attachment
        let path = intake.store.file(document.hash)
        do {
            return try await FileAnswer(path: path, bytes: document.bytes, mediaType: document.mediaType)
                .response(to: call)
        } catch let error as HTTPError where error.status == .notFound {
            let missing = DocumentStoreError.missing(hash: document.hash.text)
            throw RequestFailure(.notFound, missing.message)
        }
    }

    @Sendable private func verify(_ call: Call) async throws -> DocumentCheckResource {
        let line = try await call.circulation.document(try call.document())
        let (store, attachment) = (intake.store, line.attachment)
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
            problem = call.context.localizer.text(of: error.asMessage)
        }
        return DocumentCheckResource(
            entry: line.entry.number.rawValue,
            sha256: attachment.hash.text,
            isSound: problem == nil,
            problem: problem
        )
    }

    /// Files a quarantined file as documents of an entity.
    @Sendable private func assign(_ call: Call, _ body: AssignmentRequest) async throws -> AssignmentResource {
        let circulation = call.circulation
        // The quarantined file may be gone because an earlier attempt at this request filed it.
        if let key = call.key, let lines = try await circulation.documents(assignedBy: key) {
            return AssignmentResource(documents: lines.map { DocumentResource($0) })
        }
        guard (1...Self.mostPages).contains(body.pages ?? 1) else {
            let detail = Message("cannot file it: pages is a number from 1 to \(Self.mostPages, "limit")")
            throw RequestFailure(.invalidRequest, detail)
        }
        let barcode = try Barcode(wire: body.to)
        // Checks that the entity exists before decoding, which may take minutes.
        _ = try await circulation.entity(barcode)
        let quarantine = intake.quarantine
        do {
            let lines = try await quarantine.assign(
                try await quarantine.find(body.file),
                to: barcode,
                wholly: body.whole ?? false,
                pages: body.pages,
                as: circulation,
                by: call.context.peer.principal,
                key: call.key
            )
            return AssignmentResource(documents: lines.map { DocumentResource($0) })
        } catch let error as ImageDecodingError {
            throw RequestFailure(error)
        }
    }

    /// Maximum value of `pages`, above the page count of any file scanned in one go.
    private static let mostPages = 100_000
}

extension Call {
    /// The entry that attached the document in the path.
    fileprivate func document() throws -> EntryNumber {
        let detail = Message("cannot read the number of the document: it is that of the entry that attached it")
        return EntryNumber(rawValue: try number(otherwise: detail))
    }
}

extension QuarantinedFileResource {
    fileprivate init(_ file: QuarantinedFile) {
        self.init(
            id: file.id,
            device: file.device,
            path: file.path,
            reason: file.reason,
            bytes: file.bytes,
            since: file.since.rfc3339
        )
    }
}

extension DocumentResource {
    fileprivate init(_ line: DocumentSummary) {
        self.init(
            entry: line.entry.number.rawValue,
            barcode: line.entity.barcode.text,
            title: line.entity.title,
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

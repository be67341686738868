public import Barcodes
public import Records
import TransferLog

extension Circulation {
    /// Attaches the pages of a file, which is safely stored, to the things whose barcodes are on them: all or none.
    ///
    /// `continuesWithin` is for how many seconds pages of the same copier, which `attribution` names as its scanner,
    /// still belong to the thing before, unless `interruptedAt` something came between that could not be filed. Answers the entries that were written: none for a file that is attached
    /// already, so that one that comes twice does no harm.
    public func attach(
        _ file: ScannedFile,
        rule: SeparationRule,
        continuesWithin seconds: Int,
        interruptedAt interruption: Timestamp? = nil,
        by attribution: Attribution
    ) async throws -> [EntryNumber] {
        try await write { transaction in
            let view = transaction.view
            let things = try file.pages.map { try Self.things($0, in: view) }
            var open: RecordID?
            if let scanner = attribution.scanner, let last = try view.newestDocument(from: scanner),
                case .documentAttached(let document) = last.fact, document.hash != file.hash,
                interruption.map({ $0 < last.recordedAt }) ?? true,
                transaction.now.microseconds - last.recordedAt.microseconds < Int64(seconds) * 1_000_000
            {
                open = document.subject
            }
            // The same file again, after a crash or a second time: what it continued then is not what is open now.
            if try Self.isAttachedWhole(file, in: view) { return [] }
            let parts = try DocumentGrouping(rule: rule, open: open).parts(of: things)
            return try parts.map { part in
                let document = DocumentAttachment(
                    subject: part.subject,
                    hash: file.hash,
                    bytes: file.bytes,
                    mediaType: file.mediaType,
                    firstPage: part.firstPage,
                    pages: part.pages
                )
                return try transaction.append(.documentAttached(document), by: attribution).number
            }
        }
    }

    /// Documents of the thing with this barcode, those attached after `cursor`.
    public func documents(
        of barcode: Barcode,
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<DocumentLine, EntryNumber> {
        try await read { view in
            let record = try Self.known(barcode, in: view)
            return try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.documentCount(of: record.id)
            } rows: { view, cursor, limit in
                try Self.lines(after: cursor, limit: limit, in: view) {
                    try view.documents(of: record.id, after: $0, limit: limit)
                }
            }
        }
    }

    /// Documents of all things.
    public func documents(
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<DocumentLine, EntryNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.documentCount()
            } rows: { view, cursor, limit in
                try Self.lines(after: cursor, limit: limit, in: view) { try view.documents(after: $0, limit: limit) }
            }
        }
    }

    /// The files behind documents, voided or not, by their names.
    public func documentFiles(
        after cursor: ContentHash?,
        limit: Int
    ) async throws -> Listed<ContentHash, ContentHash> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: { $0 }) { view in
                try view.documentFileCount()
            } rows: { view, cursor, limit in
                try view.documentFiles(after: cursor, limit: limit)
            }
        }
    }

    /// The document that this entry attached; refused when it attached none.
    public func document(_ number: EntryNumber) async throws -> DocumentLine {
        try await read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            guard (1...max(newest, 1)).contains(number.rawValue), newest > 0,
                let line = try Self.line(try view.entry(number), in: view)
            else {
                throw Refusal(.unknownEntry, "cannot find the document \(number): no such entry attached one")
            }
            return line
        }
    }

    /// The files of the thing with this barcode.
    public func documentHashes(of barcode: Barcode) async throws -> Set<ContentHash> {
        try await read { try $0.documentHashes(of: Self.known(barcode, in: $0).id) }
    }

    /// Those of `hashes` that belong to nothing any more, as after an expungement.
    public func unattached(_ hashes: Set<ContentHash>) async throws -> [ContentHash] {
        try await read { view in try hashes.filter { try view.records(withDocument: $0).isEmpty } }
    }

    /// Items and containers that have one of these barcodes; numbers of ours that nobody registered are refused.
    private static func things(_ barcodes: [Barcode], in view: LogView) throws -> Set<RecordID> {
        var things: Set<RecordID> = []
        for barcode in barcodes {
            if let record = try view.record(barcode: barcode) {
                if record.type.isMovable { things.insert(record.id) }
            } else if let prefix = barcode.minted?.prefix, prefix == .item || prefix == .container {
                throw Refusal(.unknownBarcode, "cannot file it: nothing with the barcode \(barcode) is registered")
            }
        }
        return things
    }

    /// Whether every page of the file belongs to something already.
    private static func isAttachedWhole(_ file: ScannedFile, in view: LogView) throws -> Bool {
        try view.attachedPages(of: file.hash) == file.pages.count
    }

    /// The lines of the entries that `entries` reads after a cursor; one that is left out does not end the list early.
    private static func lines(
        after cursor: EntryNumber?,
        limit: Int,
        in view: LogView,
        _ entries: (EntryNumber?) throws -> [Entry]
    ) throws -> [DocumentLine] {
        var lines: [DocumentLine] = []
        var next = cursor
        while lines.count < limit {
            let found = try entries(next)
            lines += try found.compactMap { try line($0, in: view) }
            guard found.count == limit, let last = found.last else { break }
            next = last.number
        }
        return Array(lines.prefix(limit))
    }

    private static func line(_ entry: Entry, in view: LogView) throws -> DocumentLine? {
        guard case .documentAttached(let attachment) = entry.fact, let record = try view.record(attachment.subject)
        else {
            return nil
        }
        return DocumentLine(
            entry: entry,
            attachment: attachment,
            record: record,
            voidedBy: try view.voiding(of: entry.number)
        )
    }
}

public import Barcodes
import Localization
import TransferLog
public import Vocabulary

/// A document of an item or container, with the entry that attached it, possibly to another one.
public struct DocumentSummary: Sendable, Hashable {
    public let entry: Entry
    public let attachment: DocumentAttachment
    /// The item or container to which it belongs now.
    public let entity: Entity
    /// The newest entry that moved it here; nil if it was never moved or if its origin is concealed.
    public let movedBy: EntryNumber?
    /// The correction that voided it.
    public let voidedBy: EntryNumber?
}

extension Circulation {
    /// Lists the documents of the item or container with this barcode that were attached after `cursor`.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode; `TransferLogError` if the log cannot be read.
    public func documents(
        of barcode: Barcode,
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<DocumentSummary, EntryNumber> {
        try await read { view in
            let entity = try Self.known(barcode, in: view)
            return try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.documentCount(of: entity.id)
            } rows: { view, cursor, limit in
                try Self.lines(after: cursor, limit: limit, in: view) {
                    try view.documents(of: entity.id, after: $0, limit: limit)
                }
            }
        }
    }

    /// Lists all documents.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func documents(after cursor: EntryNumber?, limit: Int) async throws -> Listed<DocumentSummary, EntryNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.documentCount()
            } rows: { view, cursor, limit in
                try Self.lines(after: cursor, limit: limit, in: view) { try view.documents(after: $0, limit: limit) }
            }
        }
    }

    /// Lists the files of documents, voided or not, by content hash.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func documentFiles(after cursor: ContentHash?, limit: Int) async throws -> Listed<ContentHash, ContentHash> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: { $0 }) { view in
                try view.documentFileCount()
            } rows: { view, cursor, limit in
                try view.documentFiles(after: cursor, limit: limit)
            }
        }
    }

    /// Returns the document that this entry attached; refused if it attached none.
    ///
    /// - Throws: ``Refusal`` if it attached none; `TransferLogError` if the log cannot be read.
    public func document(_ number: EntryNumber) async throws -> DocumentSummary {
        try await read { try Self.known(document: number, in: $0) }
    }

    static func known(document number: EntryNumber, in view: LogView) throws -> DocumentSummary {
        let newest = try view.newestEntry()?.rawValue ?? 0
        guard newest > 0, (1...newest).contains(number.rawValue),
            let line = try line(try view.entry(number), in: view)
        else {
            let what = Message("cannot find the document \(number, "document"): no such entry attached one")
            throw Refusal(.unknownEntry, what)
        }
        return line
    }

    /// Returns the files of the item or container with this barcode.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode; `TransferLogError` if the log cannot be read.
    public func documentHashes(of barcode: Barcode) async throws -> Set<ContentHash> {
        try await read { try $0.documentHashes(of: Self.known(barcode, in: $0).id) }
    }

    /// Returns those of `hashes` that belong to no entity any more, for example after an expungement.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func unattached(_ hashes: Set<ContentHash>) async throws -> [ContentHash] {
        try await read { view in try hashes.filter { try view.entities(withDocument: $0).isEmpty } }
    }

    /// Returns the lines of the entries that `entries` reads after a cursor.
    ///
    /// It reads on if entries are left out, so that the list does not end early.
    private static func lines(
        after cursor: EntryNumber?,
        limit: Int,
        in view: LogView,
        _ entries: (EntryNumber?) throws -> [Entry]
    ) throws -> [DocumentSummary] {
        var lines: [DocumentSummary] = []
        var next = cursor
        while lines.count < limit {
            let found = try entries(next)
            lines += try found.compactMap { try line($0, in: view) }
            guard found.count == limit, let last = found.last else { break }
            next = last.number
        }
        return Array(lines.prefix(limit))
    }

    static func line(_ entry: Entry, in view: LogView) throws -> DocumentSummary? {
        guard case .documentAttached(let attachment) = entry.fact, let holder = try view.holder(of: entry.number),
            let entity = try view.entity(holder)
        else {
            return nil
        }
        let move = try view.newestMove(of: entry.number)
        return DocumentSummary(
            entry: entry,
            attachment: attachment,
            entity: entity,
            movedBy: try move.flatMap { try view.leavesOut(view.entry($0)) ? nil : $0 },
            voidedBy: try view.voiding(of: entry.number)
        )
    }
}

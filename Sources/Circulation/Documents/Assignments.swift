public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Files a drop folder's pages, which could not be filed automatically, to the item or container with this barcode.
    ///
    /// With ``SeparationRule/coverSheets`` the file is processed as if a cover sheet of the item or container lay on
    /// top. With ``SeparationRule/files`` all pages go there, whatever barcodes they bear. If the same file was filed
    /// before, for example because its removal failed, the documents created then are returned.
    ///
    /// - Throws: ``Refusal`` if no item or container has this barcode, or if the pages cannot be divided by `rule`;
    ///   `TransferLogError` if the log cannot be written.
    public func assign(
        _ file: ScannedFile,
        from dropped: DroppedFile,
        to barcode: Barcode,
        rule: SeparationRule,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [DocumentSummary] {
        let site = settings.site
        return try await write { transaction in
            let view = transaction.view
            if let key, let before = try transaction.result(of: key)?.entries {
                return try Self.documentLines(in: before, of: view)
            }
            if let before = try view.entries(filing: dropped) { return try Self.documentLines(in: before, of: view) }
            let target = try Self.known(barcode, in: view)
            guard try view.restriction(of: target.id) < .expunged else { throw Refusal.unknown(barcode) }
            guard target.type.isMovable else {
                let what = Message(
                    "cannot file it to \(barcode, "item"): \(target.type.termWithArticle, "kind") has no documents; "
                        + "name an item or a container"
                )
                throw Refusal(.invalidRequest, what)
            }
            let parts = try Self.parts(of: file, to: target.id, rule, site: site, in: view)
            let entries = try parts.map { part in
                try transaction.append(.documentAttached(part.attachment(of: file)), by: attribution).number
            }
            try Self.remember(entries, filing: dropped, in: transaction)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return try entries.map { try Self.known(document: $0, in: view) }
        }
    }

    /// Returns the documents that an earlier request with this key filed; nil if there was none.
    ///
    /// - Throws: ``Refusal`` if all of them are concealed from the caller by now; `TransferLogError` if the log cannot
    ///   be read.
    public func documents(assignedBy key: RequestKey) async throws -> [DocumentSummary]? {
        try await write { transaction in
            guard let entries = try transaction.result(of: key)?.entries else { return nil }
            return try Self.documentLines(in: entries, of: transaction.view)
        }
    }

    private static func parts(
        of file: ScannedFile,
        to target: EntityID,
        _ rule: SeparationRule,
        site: SiteNumber,
        in view: LogView
    ) throws -> [DocumentGrouping.Part] {
        guard rule == .coverSheets else {
            return [DocumentGrouping.Part(subject: target, firstPage: 1, pages: file.pages.count, coverSheets: 0)]
        }
        // With cover sheets, a number of another site is ignored after a cover sheet, and here one counts as lying on
        // top.
        let pages = try file.pages.map { barcodes in
            var codes = try codes(barcodes, or: nil, site: site, in: view)
            if codes.doubt?.isOfThisSite == false { codes.doubt = nil }
            return codes
        }
        var grouping = DocumentGrouping(rule: rule, open: target)
        grouping.remedy = Message("to file all of its pages to the one thing, add --whole")
        return try grouping.parts(of: pages)
    }

    private static func documentLines(in range: ClosedRange<EntryNumber>, of view: LogView) throws -> [DocumentSummary]
    {
        let lines = try documents(in: range, of: view).compactMap { try line(view.entry($0), in: view) }
        guard !lines.isEmpty else { throw Refusal.unknown }
        return lines
    }
}

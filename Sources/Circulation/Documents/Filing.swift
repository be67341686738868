import Barcodes
import TransferLog
public import Vocabulary

extension Circulation {
    /// Attaches the pages of a stored file to the items and containers whose barcodes they bear: all pages or none.
    ///
    /// `file` is the content, `dropped` the file in the folder: a second file with identical bytes is a new act. If the
    /// log already contains this dropped file, for example after a crash, the entries that filed it are returned.
    /// `arrivedAt` is when the file appeared in its folder, by the daemon's clock.
    ///
    /// - Throws: ``Refusal`` if a page cannot be assigned, with the remedy; `TransferLogError` if the log cannot be
    ///   written.
    public func attach(
        _ file: ScannedFile,
        from dropped: DroppedFile,
        arrivedAt: Timestamp,
        rules: DropFolderRules,
        by attribution: Attribution
    ) async throws -> [EntryNumber] {
        let site = settings.site
        return try await write { transaction in
            let view = transaction.view
            if let entries = try view.entries(filing: dropped) { return try Self.documents(in: entries, of: view) }
            let pages = try file.pages.indices.map { index in
                let lookalike = file.lookalikes[index].map { PageCodes.Doubt.foreign($0) }
                var codes = try Self.codes(file.pages[index], or: lookalike, site: site, in: view)
                codes.isBlank = file.blankPages.contains(index)
                return codes
            }
            let before = try Self.open(in: dropped.folder, at: arrivedAt, rules, in: view)
            let grouping = DocumentGrouping(rule: rules.separation, open: before?.subject)
            let parts = try grouping.parts(of: pages)
            let entries = try parts.map { part in
                try transaction.append(.documentAttached(part.attachment(of: file)), by: attribution).number
            }
            try Self.remember(entries, filing: dropped, in: transaction)
            if rules.separation == .coverSheets, let last = parts.last {
                let goesOn = last.coverSheets == 0 && before?.isByCoverSheet == true
                let open = OpenCase(
                    subject: last.subject,
                    isByCoverSheet: last.isCoverSheetAlone || goesOn,
                    since: arrivedAt
                )
                try transaction.setOpenCase(open, in: dropped.folder)
            }
            return entries
        }
    }

    /// Whether the log already contains this dropped file, so that it only remains to be removed.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func isFiled(_ dropped: DroppedFile) async throws -> Bool {
        try await read { try $0.entries(filing: dropped) != nil }
    }

    /// Records that a filed file was removed from its folder.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func forget(_ dropped: DroppedFile) async throws { try await write { try $0.forget(dropped) } }

    /// Records that a folder is empty.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func forgetFiles(in folder: DropFolderName) async throws {
        try await write { try $0.forgetFiles(in: folder) }
    }

    /// Closes the open case of `folder`, so that the next file does not continue it.
    ///
    /// A file that cannot be filed may have been a cover sheet.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func interrupt(_ folder: DropFolderName) async throws {
        try await write { try $0.setOpenCase(nil, in: folder) }
    }

    /// Whether the first page of a file bears the barcode of an item or container, so that the preceding file is
    /// irrelevant.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func beginsWithCoverSheet(_ file: ScannedFile) async throws -> Bool {
        guard let first = file.pages.first else { return false }
        return try await read { view in
            try first.contains { try view.entity(barcode: $0)?.type.isMovable == true }
        }
    }

    /// Returns the open case that continues with a file without a cover sheet that appeared in `folder` at `moment`.
    private static func open(
        in folder: DropFolderName,
        at moment: Timestamp,
        _ rules: DropFolderRules,
        in view: LogView
    ) throws -> OpenCase? {
        guard let open = try view.openCase(in: folder), try view.restriction(of: open.subject) < .expunged else {
            return nil
        }
        let seconds = max(rules.continuesWithin, open.isByCoverSheet ? rules.coverSheetOpensFor : 0)
        // The absolute value, because a clock that was set back gives a negative interval.
        let between = abs(moment.microseconds - open.since.microseconds)
        return between < Int64(seconds) * 1_000_000 ? open : nil
    }

    static func remember(_ entries: [EntryNumber], filing dropped: DroppedFile, in transaction: LogTransaction) throws {
        guard let first = entries.min(), let last = entries.max() else { return }
        try transaction.remember(first...last, filing: dropped)
    }

    static func documents(in range: ClosedRange<EntryNumber>, of view: LogView) throws -> [EntryNumber] {
        try view.entries(in: range).filter { if case .documentAttached = $0.fact { true } else { false } }.map(\.number)
    }

    /// Evaluates the barcodes of one page.
    ///
    /// `lookalike` is a code on it that resembles a minted number but is none.
    static func codes(
        _ barcodes: [Barcode],
        or lookalike: PageCodes.Doubt?,
        site: SiteNumber,
        in view: LogView
    ) throws -> PageCodes {
        var codes = PageCodes(doubt: lookalike)
        for barcode in barcodes {
            if let entity = try view.entity(barcode: barcode), try view.restriction(of: entity.id) < .expunged {
                if entity.type.isMovable { codes.things.insert(entity.id) }
            } else if let minted = barcode.minted, minted.prefix == .item || minted.prefix == .container {
                codes.doubt = minted.site == site ? .unregistered(barcode) : .foreign(barcode.text)
            }
        }
        return codes
    }
}

extension DocumentGrouping.Part {
    /// Returns the attachment of this part's pages of `file`.
    func attachment(of file: ScannedFile) -> DocumentAttachment {
        DocumentAttachment(
            subject: subject,
            hash: file.hash,
            bytes: file.bytes,
            mediaType: file.mediaType,
            firstPage: firstPage,
            pages: pages
        )
    }
}

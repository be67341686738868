import Localization
import Vocabulary

/// Divides the pages of a file among the items and containers whose barcodes they bear.
///
/// Certain barcodes take precedence: a doubtful number beside or after the barcode of an item or container is page
/// content. It counts only where it may be the number of the cover sheet itself.
struct DocumentGrouping {
    /// Consecutive pages that belong to one item or container.
    struct Part: Equatable {
        let subject: EntityID
        /// The first page, from 1.
        let firstPage: Int
        var pages: Int
        /// The number of pages with the barcode of the item or container.
        var coverSheets: Int
        /// Whether the part has a page that is neither a cover sheet nor the blank back of one.
        var hasContent = false

        /// Whether the part has a cover sheet and no content.
        ///
        /// The blank back of a cover sheet is not content.
        var isCoverSheetAlone: Bool { coverSheets > 0 && !hasContent }
    }

    let rule: SeparationRule
    /// The item or container to which pages before the first cover sheet belong.
    let open: EntityID?
    /// What the user can do about a file that cannot be divided.
    var remedy = Message("file it with “outguide document assign”")

    func parts(of pages: [PageCodes]) throws(Refusal) -> [Part] {
        guard !pages.isEmpty else { throw Refusal(.coverSheet, Message("cannot file it: it has no pages")) }
        return switch rule {
        case .files: try [whole(pages)]
        case .coverSheets: try separated(pages)
        }
    }

    private func whole(_ pages: [PageCodes]) throws(Refusal) -> Part {
        let things = pages.reduce(into: Set()) { $0.formUnion($1.things) }
        guard let subject = things.first else {
            let doubtful = pages.firstIndex { $0.doubt != nil }
            if let doubtful, let doubt = pages[doubtful].doubt { throw refusal(of: doubt, on: doubtful + 1) }
            let what = Message("cannot file it: no page has the barcode of an item; \(remedy, "remedy")")
            throw Refusal(.coverSheet, what)
        }
        guard things.count == 1 else {
            let what = Message(
                "cannot file it: it has the barcode of {count} thing; scan each by itself, or \(remedy, "remedy")",
                plural:
                    "cannot file it: it has barcodes of {count} things; scan each by itself, or \(remedy, "remedy")",
                count: things.count
            )
            throw Refusal(.coverSheet, what)
        }
        let coverSheets = pages.count { !$0.things.isEmpty }
        let hasContent = coverSheets < pages.count
        return Part(
            subject: subject,
            firstPage: 1,
            pages: pages.count,
            coverSheets: coverSheets,
            hasContent: hasContent
        )
    }

    private func separated(_ pages: [PageCodes]) throws(Refusal) -> [Part] {
        var parts: [Part] = []
        for (index, page) in pages.enumerated() {
            guard page.things.count < 2 else {
                let number = MessageArgument.number(Int64(index + 1))
                let what = Message(
                    "cannot file it: page \(number, "page") has the barcode of {count} thing; \(remedy, "remedy")",
                    plural:
                        "cannot file it: page \(number, "page") has barcodes of {count} things; \(remedy, "remedy")",
                    count: page.things.count
                )
                throw Refusal(.coverSheet, what)
            }
            if let subject = page.things.first {
                if parts.last?.subject == subject {
                    parts[parts.count - 1].pages += 1
                    parts[parts.count - 1].coverSheets += 1
                } else {
                    parts.append(Part(subject: subject, firstPage: index + 1, pages: 1, coverSheets: 1))
                }
                continue
            }
            if let doubt = page.doubt, doubt.isOfThisSite || (parts.last?.coverSheets ?? 0) == 0 {
                throw refusal(of: doubt, on: index + 1)
            }
            if !parts.isEmpty {
                parts[parts.count - 1].pages += 1
                let isBackOfCover = page.isBlank && index > 0 && !pages[index - 1].things.isEmpty
                if !isBackOfCover { parts[parts.count - 1].hasContent = true }
            } else if let open {
                parts.append(Part(subject: open, firstPage: 1, pages: 1, coverSheets: 0, hasContent: true))
            } else {
                let number = MessageArgument.number(Int64(index + 1))
                let what = Message(
                    "cannot file it: page \(number, "page") comes before any cover sheet; scan it again behind one, "
                        + "or \(remedy, "remedy")"
                )
                throw Refusal(.coverSheet, what)
            }
        }
        return parts
    }

    private func refusal(of doubt: PageCodes.Doubt, on page: Int) -> Refusal {
        let number = MessageArgument.number(Int64(page))
        switch doubt {
        case .unregistered(let barcode):
            let what = Message(
                "cannot file it: page \(number, "page") has the barcode \(barcode, "barcode"), and nothing with it is "
                    + "registered; register it and move the file back, or \(remedy, "remedy")"
            )
            return Refusal(.unknownBarcode, what)
        case .foreign(let text):
            let what = Message(
                "cannot file it: page \(number, "page") has the barcode \(text, "barcode"), which is not one of this "
                    + "site's, and no cover sheet comes before it; \(remedy, "remedy")"
            )
            return Refusal(.coverSheet, what)
        }
    }
}

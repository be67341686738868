import Records

/// Divides the pages of a file among the things whose barcodes are on them; decides nothing else.
struct DocumentGrouping {
    /// Pages that belong to one thing.
    struct Part: Equatable {
        let subject: RecordID
        /// Counted from 1.
        let firstPage: Int
        var pages: Int
    }

    let rule: SeparationRule
    /// The thing that the pages scanned just before belong to.
    let open: RecordID?

    /// `pages` are the things on each page.
    func parts(of pages: [Set<RecordID>]) throws(Refusal) -> [Part] {
        switch rule {
        case .files: try [whole(pages)]
        case .coverSheets: try separated(pages)
        }
    }

    private func whole(_ pages: [Set<RecordID>]) throws(Refusal) -> Part {
        let things = pages.reduce(into: Set()) { $0.formUnion($1) }
        guard let subject = things.first else {
            throw Refusal(.coverSheet, "cannot file it: no page has the barcode of an item, scan it with a cover sheet")
        }
        guard things.count == 1 else {
            throw Refusal(
                .coverSheet,
                "cannot file it: it has barcodes of \(things.count) things, scan each for itself"
            )
        }
        return Part(subject: subject, firstPage: 1, pages: pages.count)
    }

    private func separated(_ pages: [Set<RecordID>]) throws(Refusal) -> [Part] {
        var parts: [Part] = []
        for (index, things) in pages.enumerated() {
            guard things.count < 2 else {
                throw Refusal(
                    .coverSheet,
                    "cannot file it: page \(index + 1) has barcodes of \(things.count) things, which of them is meant?"
                )
            }
            if let subject = things.first ?? (parts.isEmpty ? open : nil), subject != parts.last?.subject {
                parts.append(Part(subject: subject, firstPage: index + 1, pages: 1))
            } else if !parts.isEmpty {
                parts[parts.count - 1].pages += 1
            } else {
                throw Refusal(
                    .coverSheet,
                    "cannot file it: page \(index + 1) comes before any cover sheet, scan it again behind one"
                )
            }
        }
        guard !parts.isEmpty else { throw Refusal(.coverSheet, "cannot file it: it has no pages") }
        return parts
    }
}

import Barcodes
package import Circulation
package import Labels
import Localization
import Vocabulary

/// The page of a pull list, for the walk.
package struct PullListPage: Sendable {
    /// The template used when a request names none.
    package static let template = "pull-list-page"

    let fields: LabelFields

    /// The wanted entities in the order of the walk; each page begins with the barcode of the pull list.
    ///
    /// - Throws: ``PrintingError/nothingWanted(_:)`` if every line is fetched or cancelled.
    package func labels(for sheet: PullListSheet, on template: LabelTemplate) throws(PrintingError) -> [LabelContent] {
        let things = sheet.things.filter { $0.line.state == .wanted }
        let list = sheet.line.list.barcode
        guard sheet.line.state == .open else { throw .nothingWanted(list.text) }
        let common = fields.common
        let onPage = template.labelsPerPage > 1 ? template.labelsPerPage - 1 : things.count
        let pages = (things.count + onPage - 1) / onPage
        return (0..<pages).flatMap { page in
            let own = common.merging(["header": list.text, "page": number(page + 1, of: pages)]) { $1 }
            let first = page * onPage
            let rows = things.enumerated().dropFirst(first).prefix(onPage).map { index, thing in
                let words = words(for: thing, index, on: template)
                return LabelContent(barcode: thing.entity.barcode, fields: own.merging(words) { $1 })
            }
            return [LabelContent(barcode: Barcode(list), fields: own.merging(heading) { $1 })] + rows
        }
    }

    private var heading: [String: String] {
        let advice = Message("Then each thing as it is found; at the end the control barcode “End”.")
        return [
            "home": fields.text(of: Message("Scan this first")), "kind": "pull-list", "position": "",
            "title": fields.text(of: advice), "wanted": "",
        ]
    }

    private func number(_ page: Int, of pages: Int) -> String {
        fields.text(of: Message("\(page, "page") of \(pages, "pages")"))
    }

    private func words(for thing: RequestedItem, _ index: Int, on template: LabelTemplate) -> [String: String] {
        let day = thing.line.due.map { fields.day(of: $0) }
        var place = (thing.path.isEmpty ? thing.home : thing.path).joined(separator: " › ")
        var unplaced = ""
        if thing.path.isEmpty {
            // The home follows, as a field of its own.
            unplaced =
                thing.home.isEmpty
                ? fields.text(of: Message("no known place")) : fields.text(of: Message("no known place; home:")) + " "
        }
        // Marks a home location, so that it is not mistaken for the current placement.
        if !template.mentions("unplaced") { place = unplaced + place }
        return [
            "home": place,
            "unplaced": unplaced,
            "kind": thing.entity.kind.name,
            "position": String(index + 1),
            "title": thing.entity.title ?? "",
            "wanted": [thing.recipient?.name, day].compactMap { $0 }.joined(separator: ", "),
        ]
    }
}

import Localization

/// Parses the sheet of a template.
enum TemplateSheet {
    static func read(_ root: TemplateMapping, of label: LabelMedia) throws(LabelTemplateError) -> LabelSheet? {
        guard root.has("sheet") else { return nil }
        let sheet = try root.mapping("sheet", keys: ["page", "columns", "rows", "left", "top", "across", "down"])
        let page = try TemplateMedia.read(sheet, "page")
        let columns = try count(sheet, "columns")
        let rows = try count(sheet, "rows")
        let first = LabelPoint(x: try sheet.number("left"), y: try sheet.number("top"))
        // A sheet with one column has no horizontal pitch.
        let across = try columns == 1 && !sheet.has("across") ? label.width : sheet.number("across")
        let down = try rows == 1 && !sheet.has("down") ? label.height : sheet.number("down")
        guard across >= label.width else {
            throw sheet.error(at: "across", Message("across is the width of a label and of the gap beside it"))
        }
        guard down >= label.height else {
            throw sheet.error(at: "down", Message("down is the height of a label and of the gap below it"))
        }
        let read = LabelSheet(
            page: page,
            columns: columns,
            rows: rows,
            first: first,
            pitch: LabelPoint(x: across, y: down)
        )
        let last = read.corner(of: read.cells - 1)
        let corners = [
            LabelBox(x: first.x, y: first.y, width: label.width, height: label.height),
            LabelBox(x: last.x, y: last.y, width: label.width, height: label.height),
        ]
        guard corners.allSatisfy({ $0.isInside(page) }) else {
            throw sheet.error(
                at: "page",
                Message("the labels leave the page of \(page.width, "width") × \(page.height, "height") millimetres")
            )
        }
        return read
    }

    private static func count(_ sheet: TemplateMapping, _ key: String) throws(LabelTemplateError) -> Int {
        let count = try sheet.integer(key)
        guard LabelSheet.counts.contains(count) else {
            let most = LabelSheet.counts.upperBound
            throw sheet.error(at: key, Message("\(key, "key") is 1 to \(most, "limit")"))
        }
        return count
    }
}

/// Parses a size in millimetres.
enum TemplateMedia {
    static func read(_ mapping: TemplateMapping, _ key: String) throws(LabelTemplateError) -> LabelMedia {
        let media = try mapping.mapping(key, keys: ["width", "height"])
        let width = try media.number("width")
        let height = try media.number("height")
        guard let size = LabelMedia(width: width, height: height) else {
            let sides = LabelMedia.sides
            throw mapping.error(
                at: key,
                Message(
                    "a side measures \(Int(sides.lowerBound), "least") to \(Int(sides.upperBound), "most") millimetres"
                )
            )
        }
        return size
    }
}

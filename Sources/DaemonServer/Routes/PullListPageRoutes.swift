import Barcodes
import Circulation
import Hummingbird
import Labels
import Vocabulary
import Wire

/// Prints a pull list as a page for the walk.
struct PullListPageRoutes {
    private static let template = "pull-list-page"

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.respond(to: API.PullLists.draw) { call, body in
                let template = try LabelPress(daemon).template(body.template ?? Self.template)
                let file = LabelFile(
                    format: body.format ?? "pdf",
                    resolution: body.resolution,
                    used: nil,
                    page: body.page
                )
                return try await file.response(try await lines(for: template, call), template, daemon.renderer)
            },
            daemon.serve(API.PullLists.print, about: entities) { call, body in
                let press = LabelPress(daemon)
                let template = try press.template(body.template ?? Self.template)
                let lines = try await lines(for: template, call)
                let pages = try await press.print(
                    lines,
                    template,
                    copies: 1,
                    on: body.printer,
                    despite: try PrinterTroubles(wire: body.despite),
                    by: call.attribution,
                    orUntil: call.context.departure
                )
                return LabelPrintResponse(pages, labels: lines.count)
            },
        ]
    }

    @Sendable private func entities(_ call: Call) async throws -> [EntityID] {
        try await call.circulation.pullList(try call.barcode()).things.map(\.entity.id)
    }

    /// The wanted entities in the order of the walk; each page begins with the barcode of the pull list.
    private func lines(for template: LabelTemplate, _ call: Call) async throws -> [LabelContent] {
        let sheet = try await call.circulation.pullList(try call.barcode())
        let things = sheet.things.filter { $0.line.state == .wanted }
        guard sheet.line.state == .open else {
            let what = "cannot print \(sheet.line.list.barcode.text): nothing on it is wanted any more"
            throw Problem(.conflict, detail: what)
        }
        let standing = LabelFields(daemon).standing
        let onPage = template.labelsPerPage > 1 ? template.labelsPerPage - 1 : things.count
        let pages = (things.count + onPage - 1) / onPage
        return (0..<pages).flatMap { page in
            let fields = standing.merging(
                ["header": sheet.line.list.barcode.text, "page": "\(page + 1) of \(pages)"]
            ) { _, new in new }
            let first = page * onPage
            let rows = things.enumerated().dropFirst(first).prefix(onPage).map { index, thing in
                let own = words(for: thing, index, on: template)
                return LabelContent(barcode: thing.entity.barcode, fields: fields.merging(own) { $1 })
            }
            return [LabelContent(barcode: Barcode(sheet.line.list.barcode), fields: fields.merging(heading) { $1 })]
                + rows
        }
    }

    private var heading: [String: String] {
        [
            "home": "Scan this first", "kind": "pull-list", "position": "",
            "title": "Then each thing as it is found; at the end the control barcode “End”.", "wanted": "",
        ]
    }

    private func words(for thing: WantedItem, _ index: Int, on template: LabelTemplate) -> [String: String] {
        let clock = daemon.circulation.settings.clock
        let day = thing.line.due.map { clock.day(of: $0).description }
        var place = (thing.path.isEmpty ? thing.home : thing.path).joined(separator: " › ")
        let unplaced = !thing.path.isEmpty ? "" : thing.home.isEmpty ? "no known place" : "no known place; home: "
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

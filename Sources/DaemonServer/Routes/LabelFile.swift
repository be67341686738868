import FoundationEssentials
import Hummingbird
import Labels
import Localization
import Wire
import WireResources

/// A response with labels as an image or PDF file, in the format of the request.
struct LabelFile {
    /// `png` or `pdf`.
    let format: String?
    /// The printer that the file is drawn for; nil for any.
    var printer: LabelTarget?
    let resolution: String?
    let used: [Int]?
    let page: Int?

    func response(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        _ renderer: LabelRenderer
    ) async throws -> Response {
        let target = LabelTarget(resolution: try asked, calibration: printer?.calibration ?? .none)
        switch format ?? "png" {
        case "png":
            let pages = try await renderer.rasters(
                try shown(labels, of: template),
                template: template,
                target: target,
                used: page ?? 1 == 1 ? Set(used ?? []) : []
            )
            guard let raster = pages.first else { throw LabelError.noLabels }
            return Response(mediaType: "image/png", bytes: Data(try raster.png()))
        case "pdf":
            let bytes = try await renderer.pdf(labels, template: template, target: target, used: Set(used ?? []))
            return Response(mediaType: "application/pdf", bytes: Data(bytes))
        case let format:
            throw RequestFailure(
                .invalidRequest,
                Message("cannot draw a label as \(format.prefix(20), "format"): ask for png or pdf")
            )
        }
    }

    private var asked: PrintResolution {
        get throws {
            guard let resolution else { return printer?.resolution ?? .common }
            guard let asked = PrintResolution(parsing: resolution) else {
                let sides = PrintResolution.sides
                let detail = Message(
                    "cannot draw at \(resolution.prefix(20), "resolution") dots per inch: write "
                        + "\(sides.lowerBound, "least") to \(sides.upperBound, "most"), such as 300 or 203x406"
                )
                throw RequestFailure(.invalidRequest, detail)
            }
            return asked
        }
    }

    /// The labels on the requested page.
    private func shown(_ labels: [LabelContent], of template: LabelTemplate) throws -> [LabelContent] {
        let free = max(0, template.labelsPerPage - Set(used ?? []).count { (1...template.labelsPerPage).contains($0) })
        let page = page ?? 1
        let pages = 1 + (max(0, labels.count - free) + template.labelsPerPage - 1) / template.labelsPerPage
        guard (1...pages).contains(page) else {
            let detail = Message(
                "cannot show page \(.number(Int64(page)), "page"): there are \(pages, "count")"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        if page == 1 { return Array(labels.prefix(max(1, free))) }
        return Array(labels.dropFirst(free + (page - 2) * template.labelsPerPage).prefix(template.labelsPerPage))
    }
}

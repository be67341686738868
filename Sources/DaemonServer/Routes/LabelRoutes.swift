import Barcodes
import Circulation
import FoundationEssentials
import Hummingbird
import Labels
import Localization
import Printing
import Wire
import WireResources

/// Routes for what labels look like before they are printed: templates, previews, and partly used sheets.
struct LabelRoutes {
    /// Maximum number of labels in one preview.
    private static let mostLabels = 1_000

    let server: EndpointServer
    let printing: Printing

    var routes: [Route] {
        [
            server.serve(API.LabelTemplates.list, templates),
            server.serve(API.LabelTemplates.check) { call, body in try await check(body) },
            server.respond(to: API.Labels.preview, preview),
            server.serve(API.LabelSheets.list) { call in
                // Names of templates and printers contain no tab.
                try Page(of: sheets, by: { "\($0.template)\t\($0.printer)" }, for: call)
            },
            server.serve(API.LabelSheets.reset) { call, body in
                guard try printing.sheets.forget(body.template, on: body.printer) else {
                    let detail = Message(
                        "cannot forget a sheet of \(body.template, "template"): none is begun; “outguide label sheet "
                            + "list” shows them"
                    )
                    throw RequestFailure(.notFound, detail)
                }
                return Page(all: sheets)
            },
        ]
    }

    private var sheets: [LabelSheetResource] {
        printing.sheets.sheets.map { LabelSheetResource(template: $0.template, printer: $0.printer, used: $0.used) }
    }

    @Sendable private func preview(_ call: Call, _ body: LabelPreviewRequest) async throws -> Response {
        guard body.barcodes.count <= Self.mostLabels else {
            let detail = Message(
                "cannot show \(body.barcodes.count, "labels") labels at once: name at most \(Self.mostLabels, "limit")"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        let template = try printing.documents.template(body.template)
        let further = body.fields ?? [:]
        try template.check(fields: further.keys)
        var labels = try await printing.fields.contents(
            for: .of(try body.barcodes.map { try Barcode(wire: $0) }),
            on: template,
            in: call.circulation,
            adding: further
        )
        if labels.isEmpty { labels = [printing.fields.sample(adding: further)] }
        var printer: LabelTarget?
        var used = body.used
        if let name = body.printer {
            printer = try await printing.targets.labelTarget(of: name)
            used = used ?? Array(printing.sheets.used(of: template, on: name))
        }
        let file = LabelFile(
            format: body.format,
            printer: printer,
            resolution: body.resolution,
            used: used,
            page: body.page
        )
        return try await file.response(labels, template, printing.renderer)
    }

    @Sendable private func templates(_ call: Call) async throws -> Page<LabelTemplateResource> {
        await printing.renderer.findNewFonts()
        var templates: [LabelTemplateResource] = []
        for name in printing.templates.names() {
            do {
                let template = try printing.templates.template(named: name)
                try await printing.renderer.check(template)
                templates.append(LabelTemplateResource(template))
            } catch {
                templates.append(
                    LabelTemplateResource(refused: name, because: call.context.localizer.text(of: error.asMessage))
                )
            }
        }
        return try Page(of: templates, by: \.name, for: call)
    }

    private func check(_ body: LabelTemplateCheckRequest) async throws -> LabelTemplateResource {
        let bytes = try Self.bytes(of: body)
        await printing.renderer.findNewFonts()
        let template: LabelTemplate
        do throws(LabelTemplateError) {
            template = try printing.templates.check(bytes, file: body.file)
        } catch {
            throw RequestFailure(.labelTemplate, Message("cannot use the template, \(error, "reason")"))
        }
        do throws(LabelError) {
            try await printing.renderer.check(template)
        } catch {
            throw RequestFailure(.labelTemplate, error.message)
        }
        return LabelTemplateResource(template)
    }

    private static func bytes(of body: LabelTemplateCheckRequest) throws(RequestFailure) -> [UInt8] {
        switch (body.text, body.bytes.map { Data(base64Encoded: $0) }) {
        case (let text?, nil): return Array(text.utf8)
        case (nil, let bytes??): return Array(bytes)
        default:
            let detail = Message("cannot check a template: give its text, or its bytes as base64")
            throw RequestFailure(.invalidRequest, detail)
        }
    }
}

extension LabelTemplateResource {
    fileprivate init(_ template: LabelTemplate) {
        self.init(
            name: template.name,
            width: template.media.width,
            height: template.media.height,
            labelsPerPage: template.labelsPerPage,
            pageWidth: template.page.width,
            pageHeight: template.page.height,
            resolutions: template.resolutions.map(\.across),
            problem: nil
        )
    }

    fileprivate init(refused name: String, because problem: String) {
        self.init(
            name: name,
            width: nil,
            height: nil,
            labelsPerPage: nil,
            pageWidth: nil,
            pageHeight: nil,
            resolutions: nil,
            problem: problem
        )
    }
}

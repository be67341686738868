import FoundationEssentials
import Labels
import Wire

/// Routes that list and check label templates.
struct LabelTemplateRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            daemon.serve(API.LabelTemplates.list, list),
            daemon.serve(API.LabelTemplates.check) { call, body in try await check(body) },
        ]
    }

    @Sendable private func list(_ call: Call) async throws -> Page<LabelTemplateResource> {
        await daemon.renderer.findNewFonts()
        var templates: [LabelTemplateResource] = []
        for name in daemon.templates.names() {
            do {
                let template = try daemon.templates.template(named: name)
                try await daemon.renderer.check(template)
                templates.append(LabelTemplateResource(template))
            } catch {
                templates.append(LabelTemplateResource(refused: name, because: "\(error)"))
            }
        }
        return try Page(of: templates, by: \.name, for: call)
    }

    private func check(_ body: LabelTemplateCheckRequest) async throws -> LabelTemplateResource {
        let bytes = try Self.bytes(of: body)
        await daemon.renderer.findNewFonts()
        let template: LabelTemplate
        do throws(LabelTemplateError) {
            template = try daemon.templates.check(bytes, file: body.file)
        } catch {
            throw Problem(.labelTemplate, detail: "cannot use the template, \(error)")
        }
        do throws(LabelError) {
            try await daemon.renderer.check(template)
        } catch {
            throw Problem(.labelTemplate, detail: "\(error)")
        }
        return LabelTemplateResource(template)
    }

    private static func bytes(of body: LabelTemplateCheckRequest) throws(Problem) -> [UInt8] {
        switch (body.text, body.bytes.map { Data(base64Encoded: $0) }) {
        case (let text?, nil): return Array(text.utf8)
        case (nil, let bytes??): return Array(bytes)
        default:
            let detail = "cannot check a template: give its text, or its bytes as base64"
            throw Problem(.invalidRequest, detail: detail)
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

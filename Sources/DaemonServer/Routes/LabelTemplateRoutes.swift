import Hummingbird
import Labels
import Wire

/// Label templates: which there are, and whether one is right.
struct LabelTemplateRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] {
        [
            .get(API.labelTemplates, handle: list),
            .post(API.labelTemplates + "/check", access: .reader, handle: check),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: PeerContext) async throws -> Response {
        let templates = daemon.templates.names().map { name in
            do throws(LabelTemplateLibraryError) {
                return LabelTemplateResource(try daemon.templates.template(named: name))
            } catch {
                return LabelTemplateResource(refused: name, because: error.description)
            }
        }
        return try Response(Page(of: templates, by: \.name, for: request))
    }

    @Sendable private func check(_ request: Request, _ context: PeerContext) async throws -> Response {
        let (body, _) = try await request.decoded(LabelTemplateCheckRequest.self, from: context.peer)
        let template: LabelTemplate
        do throws(LabelTemplateError) {
            template = try daemon.templates.check(body.text)
        } catch {
            throw Problem(.labelTemplate, status: 422, detail: "cannot use the template, \(error)")
        }
        return try Response(LabelTemplateResource(template))
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
            problem: problem
        )
    }
}

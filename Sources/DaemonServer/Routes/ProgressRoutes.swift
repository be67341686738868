import HTTPTypes
import Hummingbird
import TransferLog
import Wire

/// Reports the progress of long requests to their callers.
struct ProgressRoutes {
    private let board: ProgressBoard

    init(_ daemon: DaemonParts) { board = daemon.progress }

    var routes: [Route] { [.get(API.progress + "/{name}", handle: show)] }

    @Sendable private func show(_ request: Request, _ context: PeerContext) async throws -> Response {
        guard let name = context.parameters.get("name").flatMap({ ProgressBoard.Name($0) }) else {
            throw Problem(.invalidRequest, status: 400, detail: "cannot find that work: \(Request.progressNameRule)")
        }
        let (isRunning, progress) = board.progress(of: name, for: context.peer.principal)
        guard isRunning else {
            throw Problem(
                .notFound,
                status: 404,
                detail: "cannot find the work \(name.text): it has ended or not begun"
            )
        }
        return try Response(
            ProgressResource(stage: progress?.stage.rawValue, done: progress?.done ?? 0, total: progress?.total)
        )
    }
}

extension Request {
    static let progressNameRule = "its name is 1 to 64 letters, digits and hyphens"

    /// The name under which the caller queries the progress of this request; nil when it gives none.
    func progressName() throws -> ProgressBoard.Name? {
        guard let header = HTTPField.Name(API.progressHeader), let text = headers[header] else { return nil }
        guard let name = ProgressBoard.Name(text) else {
            throw Problem(
                .invalidRequest,
                status: 400,
                detail: "cannot use \(API.progressHeader): \(Self.progressNameRule)"
            )
        }
        return name
    }
}

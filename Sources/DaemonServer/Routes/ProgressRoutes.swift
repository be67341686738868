import HTTPTypes
import Hummingbird
import TransferLog
import Wire

/// Reports the progress of long requests to their callers.
struct ProgressRoutes {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    var routes: [Route] { [daemon.serve(API.Progress.show) { call in try progress(call) }] }

    private func progress(_ call: Call) throws -> ProgressResource {
        guard let name = call.segment.flatMap({ ProgressBoard.Name($0) }) else {
            throw Problem(.invalidRequest, detail: "cannot find that work: \(Request.progressNameRule)")
        }
        let (isRunning, progress) = daemon.progress.progress(of: name, for: call.context.peer.principal)
        guard isRunning else {
            let detail = "cannot find the work \(name.text): it has ended or not begun"
            throw Problem(.notFound, detail: detail)
        }
        return ProgressResource(stage: progress?.stage.rawValue, done: progress?.done ?? 0, total: progress?.total)
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
                detail: "cannot use \(API.progressHeader): \(Self.progressNameRule)"
            )
        }
        return name
    }
}

import DaemonServices
import Localization
import TransferLog
import Wire
import WireResources

/// Reports the progress of long requests to their callers.
struct ProgressRoutes {
    let server: EndpointServer
    let board: ProgressBoard

    var routes: [Route] { [server.serve(API.Progress.show) { call in try progress(call) }] }

    private func progress(_ call: Call) throws -> ProgressResource {
        guard let name = call.segment.flatMap({ ProgressBoard.Name($0) }) else {
            throw RequestFailure(
                .invalidRequest,
                Message("cannot find that work: its name is 1 to 64 letters, digits and hyphens")
            )
        }
        let (isRunning, progress) = board.progress(of: name, for: call.context.peer.principal)
        guard isRunning else {
            let detail = Message("cannot find the work \(name.text, "name"): it has ended or not begun")
            throw RequestFailure(.notFound, detail)
        }
        return ProgressResource(stage: progress?.stage.rawValue, done: progress?.done ?? 0, total: progress?.total)
    }
}

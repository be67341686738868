import DaemonServices
import TransferLog
import Wire

/// Reports the progress of long requests to their callers.
struct ProgressRoutes {
    let server: EndpointServer
    let board: ProgressBoard

    var routes: [Route] { [server.serve(API.Progress.show) { call in try progress(call) }] }

    private func progress(_ call: Call) throws -> ProgressResource {
        guard let name = call.segment.flatMap({ ProgressBoard.Name($0) }) else {
            throw Problem(.invalidRequest, detail: "cannot find that work: \(Call.progressNameRule)")
        }
        let (isRunning, progress) = board.progress(of: name, for: call.context.peer.principal)
        guard isRunning else {
            let detail = "cannot find the work \(name.text): it has ended or not begun"
            throw Problem(.notFound, detail: detail)
        }
        return ProgressResource(stage: progress?.stage.rawValue, done: progress?.done ?? 0, total: progress?.total)
    }
}

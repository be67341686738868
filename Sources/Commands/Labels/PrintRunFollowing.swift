import DaemonClient
import Wire

/// Stays with a run of labels until all are printed.
struct PrintRunFollowing {
    /// How often it is said again what a run still waits for.
    private static let repetition = Duration.seconds(15)

    let daemon: DaemonClient
    let output: Output

    /// Throws what keeps the run from going on; it may go on by itself all the same.
    @discardableResult
    func follow(_ number: Int64) async throws -> PrintBatchResource {
        let clock = ContinuousClock()
        var (told, doubtful) = (0, 0)
        var seen = ""
        var shown: (kind: String, at: ContinuousClock.Instant)?
        while true {
            let batch = try await daemon.printBatchChanged(number, printed: told, seen: seen)
            seen = batch.waitingFor?.kind ?? ""
            // What comes with every label, as at a peeler, need not be said with every label.
            if let wait = batch.waitingFor,
                shown?.kind != wait.kind || shown.map({ $0.at.duration(to: clock.now) >= Self.repetition }) == true
            {
                await output.remark(wait.detail)
                shown = (wait.kind, clock.now)
            }
            if batch.printed != told || batch.doubtful != doubtful, batch.labels > 1 {
                let doubt = batch.doubtful == 0 ? "" : ", \(batch.doubtful) delivered to be looked at"
                await output.remark("\(batch.printed) of \(batch.labels) labels printed" + doubt)
            }
            (told, doubtful) = (batch.printed, batch.doubtful)
            switch (batch.state, batch.trouble) {
            case ("done", _): return batch
            case (_, let trouble?):
                await output.remark("run \(number) of labels stays; “outguide label batch show \(number)” tells of it")
                throw CommandFailure(.refused, trouble.detail)
            case ("running", nil): continue
            default: throw CommandFailure(.refused, "cannot print all labels of run \(number): it is \(batch.state)")
            }
        }
    }
}

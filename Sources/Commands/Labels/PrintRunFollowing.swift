import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Follows a print run until all labels are printed.
struct PrintRunFollowing {
    /// The interval after which the reason for waiting is shown again.
    private static let repetition = Duration.seconds(15)

    /// The number of seconds after which the daemon responds although nothing changed.
    private static let wait = 20

    let daemon: DaemonClient
    let output: Output

    /// Follows the run; throws what stops it, although it may continue without the client.
    @discardableResult
    func follow(_ number: Int64) async throws -> PrintBatchResource {
        let clock = ContinuousClock()
        var (printed, doubtful) = (0, 0)
        var seen = ""
        var shown: (kind: String, at: ContinuousClock.Instant)?
        while true {
            let batch = try await daemon.ask(
                API.LabelBatches.show,
                at: String(number),
                query: [
                    API.LabelBatches.wait.set(Self.wait), API.LabelBatches.printed.set(printed),
                    API.LabelBatches.seen.set(seen),
                ]
            )
            seen = batch.waitingFor?.kind ?? ""
            // A condition that recurs with every label, such as at a peeler, is not reported each time.
            if let wait = batch.waitingFor,
                shown?.kind != wait.kind || shown.map({ $0.at.duration(to: clock.now) >= Self.repetition }) == true
            {
                await output.remark(wait.detail)
                shown = (wait.kind, clock.now)
            }
            if batch.printed != printed || batch.doubtful != doubtful, batch.labels > 1 {
                let doubt = batch.doubtful == 0 ? "" : ", \(batch.doubtful) delivered to be looked at"
                await output.remark("\(batch.printed) of \(batch.labels) labels printed" + doubt)
            }
            (printed, doubtful) = (batch.printed, batch.doubtful)
            switch (batch.state, batch.trouble) {
            case ("done", _): return batch
            case (_, let trouble?):
                await output.remark("run \(number) of labels stays; “outguide label batch show \(number)” shows it")
                throw CommandFailure(.refused, trouble.detail)
            case ("running", nil): continue
            default: throw CommandFailure(.refused, "cannot print all labels of run \(number): it is \(batch.state)")
            }
        }
    }
}

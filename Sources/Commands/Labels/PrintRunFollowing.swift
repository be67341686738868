import CommandBasics
import DaemonClient
import Localization
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
        let run = MessageArgument.number(number)
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
                await output.remark(Message(verbatim: wait.detail))
                shown = (wait.kind, clock.now)
            }
            if batch.printed != printed || batch.doubtful != doubtful, batch.labels > 1 {
                await output.remark(batch.remark)
            }
            (printed, doubtful) = (batch.printed, batch.doubtful)
            switch (batch.state, batch.trouble) {
            case ("done", _): return batch
            case (_, let trouble?):
                await output.remark(
                    Message("run \(run, "run") of labels stays; “outguide label batch show \(run, "run")” shows it")
                )
                throw CommandFailure(.refused, Message(verbatim: trouble.detail))
            case ("running", nil): continue
            default:
                let state = Term.run(batch.state)
                throw CommandFailure(
                    .refused,
                    Message("cannot print all labels of run \(run, "run"): it is \(state, "state")")
                )
            }
        }
    }
}

extension PrintBatchResource {
    /// How far the run is.
    fileprivate var remark: Message {
        guard doubtful > 0 else {
            return Message(
                "\(printed, "part") of {count} label printed",
                plural: "\(printed, "part") of {count} labels printed",
                count: labels
            )
        }
        return Message(
            "\(printed, "part") of {count} label printed, \(doubtful, "doubtful") delivered to be looked at",
            plural: "\(printed, "part") of {count} labels printed, \(doubtful, "doubtful") delivered to be looked at",
            count: labels
        )
    }
}

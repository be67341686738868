import DaemonClient
import Wire

/// Stays with a run of labels until all are printed.
struct PrintRunFollowing {
    /// With more labels than this the daemon is asked again and again instead of being waited for.
    static let longestAnswer = 25

    let daemon: DaemonClient
    let output: Output

    /// Throws what keeps the run from going on; it may go on by itself all the same.
    @discardableResult
    func follow(_ number: Int64) async throws -> PrintBatchResource {
        var told = 0
        while true {
            let batch = try await daemon.printBatchChanged(number, printed: told)
            if batch.printed != told { await output.remark("\(batch.printed) of \(batch.labels) labels printed") }
            told = batch.printed
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

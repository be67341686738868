import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Sends a portable terminal's file, and shows the result of each line.
struct BatchRun {
    let daemon: DaemonClient
    let output: Output
    let path: String
    let query: [Parameter.Argument]

    /// Sends the file; throws a failure if a line was refused.
    func take() async throws {
        let bytes: [UInt8]
        do {
            bytes = try await FileBytes.all(path: path, limit: API.longestBatch)
        } catch {
            throw CommandFailure(.inputOutput, error.description)
        }
        let batch = try await daemon.take(file: bytes, query: query)
        try await output.show(batch)
        if !batch.hasTimes, batch.takenBefore < batch.results.count {
            await output.remark("the file says no times: its readings count as read now")
        }
        if batch.refused > 0 { throw CommandFailure(.refused) }
    }
}

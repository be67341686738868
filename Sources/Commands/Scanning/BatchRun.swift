import CommandBasics
import DaemonClient
package import Terminal
package import Wire

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

extension BatchResource: Presentable {
    /// Each new line, in the order in which they were read, then the totals.
    package var lines: [StyledText] {
        let new = newResults.map { line in
            StyledText(String(line.line), .faint).padded(to: 6)
                + StyledText(line.occurredAt.map(Moment.of) ?? "", .faint).padded(to: line.occurredAt == nil ? 0 : 22)
                + OutcomeResource.line(verdict: line.verdict, message: line.message)
        }
        return new + [StyledText(sum, .strong)]
    }

    package var identifiers: [String] { newResults.filter { $0.verdict != "refused" }.compactMap(\.barcode) }

    private var newResults: [BatchLineResource] { results.filter(\.isNew) }

    private var sum: String {
        var parts = ["\(accepted) accepted", "\(attention) to look at", "\(refused) refused"]
        if conflicts > 0 { parts.append("\(conflicts) in conflict with newer facts") }
        if takenBefore > 0 { parts.append("\(takenBefore) taken before and left as they are") }
        return parts.joined(separator: ", ")
    }
}

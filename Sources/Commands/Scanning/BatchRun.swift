import CommandBasics
import DaemonClient
import Localization
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
            throw CommandFailure(.inputOutput, error.message)
        }
        let batch = try await daemon.take(file: bytes, query: query)
        try await output.show(batch)
        if !batch.hasTimes, batch.takenBefore < batch.results.count {
            await output.remark(Message("the file says no times: its readings count as read now"))
        }
        if batch.refused > 0 { throw CommandFailure(.refused) }
    }
}

extension BatchResource: Presentable {
    /// Each new line, in the order in which they were read, then the totals.
    package var lines: [StyledText] {
        let new = newResults.map { line in
            StyledText(String(line.line), .faint).padded(to: 6)
                + (line.occurredAt.map { Moment.of($0).styled(.faint) } ?? "").padded(
                    to: line.occurredAt == nil ? 0 : 22
                )
                + OutcomeResource.line(verdict: line.verdict, message: line.message)
        }
        return new + [StyledText(sum, .strong)]
    }

    package var identifiers: [String] { newResults.filter { $0.verdict != "refused" }.compactMap(\.barcode) }

    private var newResults: [BatchLineResource] { results.filter(\.isNew) }

    private var sum: String {
        var parts = [
            Message("{count} accepted", plural: "{count} accepted", count: accepted),
            Message("{count} to look at", plural: "{count} to look at", count: attention),
            Message("{count} refused", plural: "{count} refused", count: refused),
        ]
        if conflicts > 0 {
            parts.append(
                Message(
                    "{count} in conflict with newer facts",
                    plural: "{count} in conflict with newer facts",
                    count: conflicts
                )
            )
        }
        if takenBefore > 0 {
            parts.append(
                Message(
                    "{count} taken before and left as it is",
                    plural: "{count} taken before and left as they are",
                    count: takenBefore
                )
            )
        }
        return parts.map(\.shown).joined(separator: ", ")
    }
}

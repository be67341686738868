import CommandBasics
import DaemonClient
import Glibc
package import Terminal
package import Wire

/// Sends the readings of standard input one after another, and shows the outcome of each.
struct ScanRun {
    let daemon: DaemonClient
    let output: Output
    let station: String

    /// Reads until the input ends; throws a failure if a reading was refused or could not be taken.
    func readAll() async throws {
        let lines = await LineReader(descriptor: STDIN_FILENO)
        var code: ExitCodes?
        while let line = try await lines.next() {
            let problem =
                switch line {
                case .text(let text): try await take(text, number: await lines.count)
                case .tooLong:
                    try await refuse("has more than \(LineReader.longestLine) bytes", number: await lines.count)
                }
            code = code ?? problem
        }
        if let code { throw CommandFailure(code) }
    }

    /// Sends one reading; returns an exit code if it was refused, otherwise nil.
    private func take(_ text: String, number: Int) async throws -> ExitCodes? {
        do {
            let outcome = try await daemon.ask(API.Readings.record, ReadingRequest(text: text, station: station))
            try await output.showNext(outcome)
            guard outcome.isRefused else { return nil }
            if output.format == .quiet { await output.complain("refused: \(outcome.message)") }
            return .refused
        } catch let error as DaemonClientError {
            if case .problem(let problem) = error, ExitCodes(problem) == .usage {
                return try await refuse(problem.detail, number: number)
            }
            throw stopped(by: error, at: text, number: number)
        }
    }

    /// Reports a reading that could not be stored; reading continues.
    private func refuse(_ reason: String, number: Int) async throws -> ExitCodes {
        let message = "reading \(number) \(reason)"
        if output.format == .people {
            try await output.show([OutcomeResource.line(verdict: "refused", message: message)])
        } else {
            await output.complain("cannot take it: \(message)")
        }
        return .refused
    }

    /// Returns the failure for a daemon that can no longer take readings.
    private func stopped(by error: DaemonClientError, at text: String, number: Int) -> CommandFailure {
        let fate =
            switch error {
            case .connectionLost, .timedOut, .malformedAnswer, .answerTooLong: "MAY NOT HAVE BEEN TAKEN"
            default: "WAS NOT TAKEN"
            }
        let place = "reading \(number) “\(text)” \(fate)"
        return CommandFailure(ExitCodes(error), "\(place), and none after it: \(error); scan from there on again")
    }
}

/// A private station for one run of the program, so that simultaneous users do not share open places.
enum PrivateStation {
    /// Returns `terminal-` with the process ID and 32 random bits.
    static func name() -> String { "terminal-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))" }
}

extension OutcomeResource: Presentable {
    /// Whether the reading was refused.
    var isRefused: Bool { verdict == "refused" }

    package var lines: [StyledText] { [Self.line(verdict: verdict, message: message)] }
    package var identifiers: [String] { isRefused ? [] : barcode.map { [$0] } ?? [] }

    /// Returns the verdict in a column of its own, then the message.
    static func line(verdict: String, message: String) -> StyledText {
        let style: TextStyle =
            switch verdict {
            case "accepted": .good
            case "refused": .bad
            default: .warning
            }
        return StyledText(verdict, style).padded(to: 9) + StyledText(" " + message)
    }
}

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

import CommandBasics
import DaemonClient
import Glibc
import Localization
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
                    try await refuse(await lines.count) { number in
                        Message("reading \(number, "reading") has more than \(LineReader.longestLine, "limit") bytes")
                    }
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
            if output.format == .quiet { await output.complain(Message("refused: \(outcome.message, "reason")")) }
            return .refused
        } catch let error as DaemonClientError {
            if case .problem(let problem) = error, ExitCodes(problem) == .usage {
                return try await refuse(number) { Message("reading \($0, "reading") \(problem.detail, "reason")") }
            }
            throw stopped(by: error, at: text, number: number)
        }
    }

    /// Reports a reading that could not be stored; reading continues.
    private func refuse(_ number: Int, _ sentence: (MessageArgument) -> Message) async throws -> ExitCodes {
        let message = sentence(.number(Int64(number)))
        if output.format == .people {
            try await output.show([OutcomeResource.line(verdict: "refused", message: message.shown)])
        } else {
            await output.complain(Message("cannot take it: \(message, "reason")"))
        }
        return .refused
    }

    /// Returns the failure for a daemon that can no longer take readings.
    private func stopped(by error: DaemonClientError, at text: String, number: Int) -> CommandFailure {
        let reading = MessageArgument.number(Int64(number))
        let message =
            switch error {
            case .connectionLost, .timedOut, .malformedAnswer, .answerTooLong:
                Message(
                    "reading \(reading, "reading") “\(text, "code")” MAY NOT HAVE BEEN TAKEN, and none after it: "
                        + "\(error, "reason"); scan from there on again"
                )
            default:
                Message(
                    "reading \(reading, "reading") “\(text, "code")” WAS NOT TAKEN, and none after it: "
                        + "\(error, "reason"); scan from there on again"
                )
            }
        return CommandFailure(ExitCodes(error), message)
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
        let width = Term.width(of: ["accepted", "attention", "refused"], Term.verdict)
        return Term.verdict(verdict).styled(style).padded(to: width) + StyledText(" " + message)
    }
}

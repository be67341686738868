import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import StationScreen
import Terminal
import Wire

struct StatusCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Status.show.outline] }
    static let showsTrust = true
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: Message("Show the status of the daemon."),
        discussion: Message(
            """
            Shows the version, the size of the log, the scanners, and every problem. With --quiet, prints the state \
            only, which is “ready” when all is well.

            With --check, prints one line for monitoring and exits with 0 when all is well; with 1 when the log cannot \
            be written, a scanner is not read, readings were lost, a drop folder is unusable or holds unfiled files, \
            or stored documents are missing; with 69 when the daemon does not answer.

            Examples:
              outguide status --json
              outguide status --check
            """
        )
    )

    @Flag(help: ArgumentHelp(Message("Print one line for monitoring; exit with 1 when there is a problem.")))
    var check = false
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let status = try await daemon.ask(API.Status.show)
        guard check else { return try await output.show(status) }
        let judgement = StatusJudgement(of: status)
        try await output.show(judgement)
        if !judgement.isWell { throw CommandFailure(.refused) }
    }
}

/// A judgement of the daemon's status in one line, for monitoring.
struct StatusJudgement: Presentable, Encodable {
    /// The problems; empty if there are none.
    let problems: [Message]

    var isWell: Bool { problems.isEmpty }

    init(of status: StatusResource) {
        var problems: [Message] = []
        if let trouble = status.logTrouble {
            problems.append(Message("the log takes nothing in: \(trouble, "reason")"))
        } else if status.state != "ready" {
            problems.append(Message("it is \(Term.daemon(status.state), "state")"))
        }
        if let trouble = status.checkpointTrouble {
            problems.append(Message("the checkpoint is not kept: \(trouble, "reason")"))
        }
        if let trouble = status.environmentTrouble { problems.append(Message(verbatim: trouble)) }
        if let trouble = status.clockTrouble {
            problems.append(Message("the clock cannot be believed: \(trouble, "reason")"))
        }
        if let trouble = status.scannerTrouble { problems.append(Message("no gun can be read: \(trouble, "reason")")) }
        if let trouble = status.textTrouble { problems.append(Message("not all text is read: \(trouble, "reason")")) }
        problems += FolderTroubleResource.problems(status.folderTroubles)
        if let trouble = status.documentTrouble { problems.append(Message(verbatim: trouble)) }
        problems += status.labelDoubts.map(\.problem)
        problems += status.scanners.filter { $0.state != "reading" }.map {
            Message("\($0.name, "scanner"): \($0.state, "state")")
        }
        if status.lostReadings > 0 {
            problems.append(
                Message("{count} reading was lost", plural: "{count} readings were lost", count: status.lostReadings)
            )
        }
        self.problems = problems
    }

    private enum CodingKeys: String, CodingKey {
        case isWell
        case problems
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isWell, forKey: .isWell)
        try container.encode(problems.map(\.english), forKey: .problems)
    }

    var lines: [StyledText] {
        isWell
            ? [Message("OK all is well").styled(.good)]
            : [
                Message("PROBLEM", context: "monitoring").styled(.bad) + " "
                    + StyledText(problems.map(\.shown).joined(separator: "; "))
            ]
    }

    var identifiers: [String] { [isWell ? "ok" : "problem"] }
}

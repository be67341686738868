import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import StationScreen
package import Terminal
package import Wire

struct StatusCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Status.show.outline] }
    static let showsTrust = true
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the status of the daemon.",
        discussion: """
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

    @Flag(help: "Print one line for monitoring; exit with 1 when there is a problem.") var check = false
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
    let isWell: Bool
    /// The problems; empty if there are none.
    let problems: [String]

    init(of status: StatusResource) {
        var problems: [String] = []
        if let trouble = status.logTrouble { problems.append("the log takes nothing in: \(trouble)") }
        if status.state != "ready", status.logTrouble == nil { problems.append("it is \(status.state)") }
        if let trouble = status.checkpointTrouble { problems.append("the checkpoint is not kept: \(trouble)") }
        if let trouble = status.environmentTrouble { problems.append(trouble) }
        if let trouble = status.clockTrouble { problems.append("the clock cannot be believed: \(trouble)") }
        if let trouble = status.scannerTrouble { problems.append("no gun can be read: \(trouble)") }
        if let trouble = status.textTrouble { problems.append("not all text is read: \(trouble)") }
        problems += FolderTroubleResource.problems(status.folderTroubles)
        if let trouble = status.documentTrouble { problems.append(trouble) }
        problems += status.labelDoubts.map {
            "run \($0.batch): \($0.labels) labels may or may not have come out; look, then run \($0.command)"
        }
        problems += status.scanners.filter { $0.state != "reading" }.map { "\($0.name): \($0.state)" }
        if status.lostReadings > 0 { problems.append("\(status.lostReadings) readings were lost") }
        self.problems = problems
        isWell = problems.isEmpty
    }

    var lines: [StyledText] {
        isWell
            ? [StyledText("OK", .good) + " all is well"]
            : [StyledText("PROBLEM", .bad) + StyledText(" " + problems.joined(separator: "; "))]
    }

    var identifiers: [String] { [isWell ? "ok" : "problem"] }
}

extension StatusResource: Presentable {
    package var lines: [StyledText] {
        let lost = lostReadings > 0 ? "\(lostReadings) readings since the start: scan them again" : nil
        let own: [NamedLines.Pair] = [
            (Message("state", context: "heading"), state.styled(state == "ready" ? .good : .bad)),
            (
                Message("daemon", context: "heading"),
                "version \(version), process \(pid), since \(Moment.of(startedAt))"
            ),
            (Message("site", context: "heading"), site), (Message("time zone", context: "heading"), timeZone),
            (Message("directory", context: "heading"), stateDirectory), (Message("log", context: "heading"), log),
            (Message("things", context: "heading"), things),
            (Message("lost", context: "heading"), lost?.styled(.bad)),
            (Message("trouble", context: "heading"), scannerTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), logTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), checkpointTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), environmentTrouble?.styled(.bad)),
            (Message("clock", context: "heading"), clockTrouble?.styled(.bad)),
            (Message("trouble", context: "heading"), textTrouble?.styled(.bad)),
            (Message("documents", context: "heading"), documentTrouble?.styled(.bad)),
        ]
        let folders: [NamedLines.Pair] = folderTroubles.map { (Message("drop folder", context: "heading"), $0.line) }
        let work: [NamedLines.Pair] = work.map { piece in
            let pages = piece.pages.map { " of \($0)" } ?? ""
            let page = piece.page.map { ", page \($0)\(pages)" } ?? ""
            return (Message("at work", context: "heading"), "\(piece.what)\(page), since \(Moment.of(piece.since))")
        }
        let doubts: [NamedLines.Pair] = labelDoubts.map { doubt in
            let media = doubt.mediaDoubt.map { ", loaded media not known (\($0))" } ?? ""
            let text = "\(doubt.labels) in doubt, of run \(doubt.batch)\(media): look, then \(doubt.command)"
            return (Message("labels", context: "heading"), text.styled(.warning))
        }
        let supplies: [NamedLines.Pair] = lowSupplies.map {
            (Message("supply", context: "heading"), $0.shortage.styled(.warning))
        }
        let scanners: [NamedLines.Pair] = scanners.map { scanner in
            let station = scanner.station.map { " at \($0)" } ?? ""
            let state = scanner.state.styled(scanner.state == "reading" ? .good : .warning)
            return (
                Message("scanner", context: "heading"),
                state + StyledText("  \(scanner.name)\(station)  \(scanner.scanner)")
            )
        }
        return NamedLines.of(own + folders + work + doubts + supplies + scanners)
    }

    package var identifiers: [String] { [state] }

    private var log: String {
        guard let entries, let readings else { return "cannot be read" }
        let mode =
            if let journalMode, let synchronous { "\(journalMode), synchronous \(synchronous)" } else { "read only" }
        return "\(entries) entries, \(readings) readings (\(mode))"
    }

    private var things: String {
        let counts = entities.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return counts.isEmpty ? "none" : counts.joined(separator: ", ")
    }
}

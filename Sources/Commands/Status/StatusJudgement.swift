import Terminal
import Wire

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

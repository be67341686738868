import Localization
import Terminal
import Wire

/// The result of a check, of this program or of the daemon.
struct CheckFinding: Sendable {
    /// A stable word for the check.
    let check: String
    /// `ok`, `warning`, `failed` or `unknown`.
    let state: String
    let message: Message
    /// The remedy; nil if there is nothing to fix.
    let remedy: Message?

    init(_ check: String, _ state: String, _ message: Message, remedy: Message? = nil) {
        (self.check, self.state, self.message, self.remedy) = (check, state, message, remedy)
    }

    init(_ finding: FindingResource) {
        let remedy = finding.remedy.map(Message.init(verbatim:))
        self.init(finding.check, finding.state, Message(verbatim: finding.message), remedy: remedy)
    }

    var resource: FindingResource {
        FindingResource(check: check, state: state, message: message.english, remedy: remedy?.english)
    }
}

/// The results of all checks.
struct DoctorReport: Presentable {
    let findings: [CheckFinding]

    var document: DiagnosisResource { DiagnosisResource(findings: findings.map(\.resource)) }

    var lines: [StyledText] {
        let width = Term.width(of: ["ok", "warning", "failed", "unknown"], Term.check)
        return findings.flatMap { finding in
            let mark = Term.check(finding.state).styled(Self.style(finding)).padded(to: width)
            let line = mark + StyledText("  \(finding.check): ", .strong) + StyledText(finding.message)
            return finding.remedy.map { [line, "            " + StyledText($0, .faint)] } ?? [line]
        }
    }

    var identifiers: [String] { findings.filter { $0.state != "ok" }.map { "\($0.state) \($0.check)" } }

    private static func style(_ finding: CheckFinding) -> TextStyle {
        switch finding.state {
        case "ok": .good
        case "failed": .bad
        default: .warning
        }
    }
}

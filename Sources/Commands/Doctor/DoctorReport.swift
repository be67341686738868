import Terminal
import Wire

/// The results of all checks.
struct DoctorReport: Presentable {
    let findings: [FindingResource]

    var document: DiagnosisResource { DiagnosisResource(findings: findings) }

    var lines: [StyledText] {
        findings.flatMap { finding in
            let head = StyledText(Self.mark(finding), Self.style(finding)) + StyledText("  \(finding.check): ", .strong)
            let line = head + StyledText(finding.message)
            return finding.remedy.map { [line, StyledText("            \($0)", .faint)] } ?? [line]
        }
    }

    var identifiers: [String] { findings.filter { $0.state != "ok" }.map { "\($0.state) \($0.check)" } }

    private static func mark(_ finding: FindingResource) -> String {
        switch finding.state {
        case "ok": "ok     "
        case "warning": "warning"
        case "failed": "failed "
        default: "unknown"
        }
    }

    private static func style(_ finding: FindingResource) -> TextStyle {
        switch finding.state {
        case "ok": .good
        case "failed": .bad
        default: .warning
        }
    }
}

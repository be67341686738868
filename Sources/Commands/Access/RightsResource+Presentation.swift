package import Terminal
package import Wire

extension RightsResource: Presentable {
    package var lines: [StyledText] {
        let none = StyledText("none: ask the administrator to put you into a group below", .bad)
        var pairs: [(name: String, text: StyledText)] = [
            ("you are", StyledText(principal)),
            ("roles", roles.isEmpty ? none : StyledText(roles.joined(separator: ", "), .strong)),
            ("may use", StyledText(levels.joined(separator: ", "))),
        ]
        if separateDuties { pairs.append(("duties", StyledText("the same person cannot move items and audit them"))) }
        for role in ["reader", "clerk", "supervisor", "auditor", "administrator"] {
            pairs.append((role, StyledText((groups[role] ?? []).joined(separator: ", "), .faint)))
        }
        return NamedLines.of(pairs)
    }

    package var identifiers: [String] { roles }
}

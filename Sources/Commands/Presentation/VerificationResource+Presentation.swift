import Wire

extension VerificationResource: Presentable {
    var lines: [StyledText] {
        let verdict = isSound ? StyledText("sound", .good) : StyledText("NOT SOUND", .bad)
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        return [verdict + StyledText("  \(count), root \(root)")]
            + problems.map { StyledText("problem", .bad) + StyledText("  \($0)") }
    }

    var identifiers: [String] { [isSound ? "sound" : "not-sound"] }
}

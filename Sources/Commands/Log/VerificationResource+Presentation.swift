import Wire

extension VerificationResource: Presentable {
    var lines: [StyledText] {
        let verdict = isSound ? StyledText("sound", .good) : StyledText("NOT SOUND", .bad)
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        return [verdict + StyledText("  \(count), root \(root)")]
            + problems.map { StyledText("problem", .bad) + StyledText("  \($0)") } + remainder
    }

    /// A note about what the list of problems omits.
    private var remainder: [StyledText] {
        if problems.count < total { return [StyledText("\(problems.count) of \(total) problems shown", .warning)] }
        guard !complete else { return [] }
        return [StyledText("the check could not look at everything: mend these and verify again", .warning)]
    }

    var identifiers: [String] { [isSound ? "sound" : "not-sound"] }
}

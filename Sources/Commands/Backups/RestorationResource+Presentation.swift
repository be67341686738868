import Wire

extension RestorationResource: Presentable {
    var lines: [StyledText] {
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        var lines = [StyledText("restored", .good) + StyledText(" \(count); entry \(entry) says so")]
        if abandoned > 0 {
            lines.append(StyledText("gave up", .bad) + StyledText(" \(abandoned) entries that checkpoints witness"))
        }
        switch expunged {
        case nil:
            let what = "the log before cannot be read: expunge again by hand what was expunged after the backup"
            lines.append(StyledText("attention", .warning) + StyledText("  \(what)"))
        case 0?: break
        case let again?: lines.append(StyledText("expunged again what was expunged after the backup: \(again)"))
        }
        lines.append(StyledText("the log before is in \(keptIn); delete it when it is no longer needed"))
        return lines
    }

    var identifiers: [String] { [String(entry)] }
}

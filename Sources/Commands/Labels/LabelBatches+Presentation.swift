package import Terminal
package import Wire

extension PrintBatchResource: Presentable, TableRow {
    package static var columns: [String] {
        ["run", "begun", "state", "printed", "waiting", "in doubt", "printer", "template"]
    }

    package var cells: [StyledText] {
        [
            StyledText(String(batch)), StyledText(Moment.of(startedAt)), StyledText(state, style),
            StyledText("\(printed) of \(labels)"), StyledText(String(waiting + sent)), StyledText(String(doubtful)),
            StyledText(printer), StyledText(template),
        ]
    }

    package var identifier: String { String(batch) }
    package var identifiers: [String] { [identifier] }

    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [
            ("run", StyledText(String(batch), .strong)), ("state", StyledText(state, style)),
            ("printed", StyledText("\(printed) of \(labels)" + (copies == 1 ? "" : ", \(copies) copies of each"))),
        ]
        for (name, count) in [("waiting", waiting), ("sent", sent), ("in doubt", doubtful), ("cancelled", cancelled)]
        where count > 0 {
            pairs.append((name, StyledText(String(count), name == "in doubt" ? .warning : .plain)))
        }
        pairs += [
            ("printer", StyledText(printer)), ("template", StyledText(template)),
            ("numbers", StyledText(isMinted ? "minted for it" : "of registered things")),
            ("begun", StyledText("\(Moment.of(startedAt)) by \(principal)")),
        ]
        for override in overrides {
            pairs.append(("despite", StyledText("\(override.kind), by \(override.principal)", .warning)))
        }
        if let mediaDoubt { pairs.append(("loaded", StyledText("was not known: \(mediaDoubt)", .warning))) }
        if let waitingFor { pairs.append(("waits", StyledText(waitingFor.detail, .warning))) }
        if doubtful > 0 {
            let doubt = LabelDoubtResource(batch: batch, labels: doubtful)
            pairs.append(("to do", StyledText("look at the printer, then " + doubt.command, .warning)))
        }
        if let trouble { pairs.append(("trouble", StyledText(trouble.detail, .bad))) }
        return NamedLines.of(pairs)
    }

    private var style: TextStyle {
        switch state {
        case "done": .good
        case "cancelled": .faint
        default: trouble == nil ? .plain : .warning
        }
    }
}

extension BatchLabelResource: TableRow {
    package static var columns: [String] { ["label", "barcode", "state", "job", "title"] }

    package var cells: [StyledText] {
        [
            StyledText(String(position)), StyledText(barcode),
            StyledText(state, state == "doubtful" ? .warning : .plain),
            StyledText(job.map(String.init) ?? ""), StyledText(title ?? ""),
        ]
    }

    package var identifier: String { barcode }
}

package import Terminal
package import Wire

extension PrintBatchResource: Presentable, TableRow {
    package static var columns: [String] {
        ["run", "begun", "state", "printed", "waiting", "in doubt", "printer", "template"]
    }

    package var cells: [any Cell] {
        [
            batch, Moment.of(startedAt), StyledText(state, style), "\(printed) of \(labels)", waiting + sent, doubtful,
            printer, template,
        ]
    }

    package var identifier: String { String(batch) }

    package var lines: [StyledText] {
        let doubt = doubtful > 0 ? LabelDoubtResource(batch: batch, labels: doubtful) : nil
        let state: [NamedLines.Pair] = [
            ("run", String(batch).styled(.strong)), ("state", state.styled(style)),
            ("printed", "\(printed) of \(labels)" + (copies == 1 ? "" : ", \(copies) copies of each")),
            ("waiting", waiting > 0 ? waiting : nil), ("sent", sent > 0 ? sent : nil),
            ("in doubt", doubtful > 0 ? String(doubtful).styled(.warning) : nil),
            ("cancelled", cancelled > 0 ? cancelled : nil), ("printer", printer), ("template", template),
            ("numbers", isMinted ? "minted for it" : "of registered things"),
            ("begun", "\(Moment.of(startedAt)) by \(principal)"),
        ]
        let overrides: [NamedLines.Pair] = overrides.map {
            ("despite", StyledText("\($0.kind), by \($0.principal)", .warning))
        }
        let troubles: [NamedLines.Pair] = [
            ("loaded", mediaDoubt.map { StyledText("was not known: \($0)", .warning) }),
            ("waits", waitingFor?.detail.styled(.warning)),
            ("to do", doubt.map { StyledText("look at the printer, then " + $0.command, .warning) }),
            ("trouble", trouble?.detail.styled(.bad)),
        ]
        return NamedLines.of(state + overrides + troubles)
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

    package var cells: [any Cell] {
        [position, barcode, StyledText(state, state == "doubtful" ? .warning : .plain), job, title]
    }

    package var identifier: String { barcode }
}

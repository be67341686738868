package import Localization
package import Terminal
package import Wire

extension PrintBatchResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message(Message("run", context: "heading"), context: "heading"),
            Message(Message("begun", context: "heading"), context: "heading"),
            Message(Message("state", context: "heading"), context: "heading"),
            Message(Message("printed", context: "heading"), context: "heading"),
            Message(Message("waiting", context: "heading"), context: "heading"),
            Message(Message("in doubt", context: "heading"), context: "heading"),
            Message(Message("printer", context: "heading"), context: "heading"),
            Message(Message("template", context: "heading"), context: "heading"),
        ]
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
            (Message("run", context: "heading"), String(batch).styled(.strong)),
            (Message("state", context: "heading"), state.styled(style)),
            (
                Message("printed", context: "heading"),
                "\(printed) of \(labels)" + (copies == 1 ? "" : ", \(copies) copies of each")
            ),
            (Message("waiting", context: "heading"), waiting > 0 ? waiting : nil),
            (Message("sent", context: "heading"), sent > 0 ? sent : nil),
            (Message("in doubt", context: "heading"), doubtful > 0 ? String(doubtful).styled(.warning) : nil),
            (Message("cancelled", context: "heading"), cancelled > 0 ? cancelled : nil),
            (Message("printer", context: "heading"), printer), (Message("template", context: "heading"), template),
            (Message("numbers", context: "heading"), isMinted ? "minted for it" : "of registered things"),
            (Message("begun", context: "heading"), "\(Moment.of(startedAt)) by \(principal)"),
        ]
        let overrides: [NamedLines.Pair] = overrides.map {
            (Message("despite", context: "heading"), StyledText("\($0.kind), by \($0.principal)", .warning))
        }
        let troubles: [NamedLines.Pair] = [
            (Message("loaded", context: "heading"), mediaDoubt.map { StyledText("was not known: \($0)", .warning) }),
            (Message("waits", context: "heading"), waitingFor?.detail.styled(.warning)),
            (
                Message("to do", context: "heading"),
                doubt.map { StyledText("look at the printer, then " + $0.command, .warning) }
            ),
            (Message("trouble", context: "heading"), trouble?.detail.styled(.bad)),
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
    package static var columns: [Message] {
        [
            Message("label", context: "heading"), Message("barcode", context: "heading"),
            Message(Message("state", context: "heading"), context: "heading"), Message("job", context: "heading"),
            Message("title", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [position, barcode, StyledText(state, state == "doubtful" ? .warning : .plain), job, title]
    }

    package var identifier: String { barcode }
}

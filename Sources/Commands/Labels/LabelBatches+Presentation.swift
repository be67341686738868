package import Localization
package import Terminal
package import Wire

extension PrintBatchResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("run", context: "heading"), Message("begun", context: "heading"),
            Message("state", context: "heading"), Message("printed", context: "heading"),
            Message("waiting", context: "heading"), Message("in doubt", context: "heading"),
            Message("printer", context: "heading"), Message("template", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            batch, Moment.of(startedAt), Term.run(state).styled(style),
            Message("\(printed, "part") of \(labels, "total")"),
            waiting + sent, doubtful, printer, template,
        ]
    }

    package var identifier: String { String(batch) }

    package var lines: [StyledText] {
        let doubt = doubtful > 0 ? LabelDoubtResource(batch: batch, labels: doubtful) : nil
        let state: [NamedLines.Pair] = [
            (Message("run", context: "heading"), String(batch).styled(.strong)),
            (Message("state", context: "heading"), Term.run(state).styled(style)),
            (Message("printed", context: "heading"), progress),
            (Message("waiting", context: "heading"), waiting > 0 ? waiting : nil),
            (Message("sent", context: "heading"), sent > 0 ? sent : nil),
            (Message("in doubt", context: "heading"), doubtful > 0 ? String(doubtful).styled(.warning) : nil),
            (Message("cancelled", context: "heading"), cancelled > 0 ? cancelled : nil),
            (Message("printer", context: "heading"), printer), (Message("template", context: "heading"), template),
            (
                Message("numbers", context: "heading"),
                isMinted ? Message("minted for it") : Message("of registered things")
            ),
            (
                Message("begun", context: "heading"),
                Message("\(Moment.of(startedAt), "time") by \(principal, "principal")")
            ),
        ]
        let overrides: [NamedLines.Pair] = overrides.map {
            (
                Message("despite", context: "heading"),
                Message("\($0.kind, "trouble"), by \($0.principal, "principal")").styled(.warning)
            )
        }
        let troubles: [NamedLines.Pair] = [
            (
                Message("loaded", context: "heading"),
                mediaDoubt.map { Message("was not known: \($0, "reason")").styled(.warning) }
            ),
            (Message("waits", context: "heading"), waitingFor?.detail.styled(.warning)),
            (
                Message("to do", context: "heading"),
                doubt.map { Message("look at the printer, then \($0.command, "command")").styled(.warning) }
            ),
            (Message("trouble", context: "heading"), trouble?.detail.styled(.bad)),
        ]
        return NamedLines.of(state + overrides + troubles)
    }

    private var progress: Message {
        guard copies != 1 else { return Message("\(printed, "part") of \(labels, "total")") }
        return Message(
            "\(printed, "part") of \(labels, "total"), {count} copy of each",
            plural: "\(printed, "part") of \(labels, "total"), {count} copies of each",
            count: copies
        )
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
            Message("state", context: "heading"), Message("job", context: "heading"),
            Message("title", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [position, barcode, Term.label(state).styled(state == "doubtful" ? .warning : .plain), job, title]
    }

    package var identifier: String { barcode }
}

package import Localization
package import Terminal
package import Wire

extension PullListResource: TableRow {
    package static var columns: [Message] {
        [
            Message("list", context: "heading"), Message("made", context: "heading"),
            Message("state", context: "heading"), Message("pulled", context: "heading"),
            Message("not found", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            barcode, Moment.of(madeAt), styledState,
            Message("\(pulled, "part") of \(wanted + pulled + notFound, "total")"),
            notFound == 0 ? nil : Message("\(notFound, "count")", context: "number").styled(.warning),
        ]
    }

    package var identifier: String { barcode }

    var styledState: StyledText {
        switch state {
        case "done": Term.pullList(state).styled(.good)
        case "cancelled": Term.pullList(state).styled(.faint)
        default: StyledText(Term.pullList(state))
        }
    }
}

extension PullListContents: Presentable {
    package var lines: [StyledText] {
        let total = list.wanted + list.pulled + list.notFound
        let counts =
            list.notFound == 0
            ? Message("\(list.pulled, "part") of \(total, "total") pulled")
            : Message("\(list.pulled, "part") of \(total, "total") pulled, \(list.notFound, "missing") not found")
        let heading = StyledText(list.barcode, .strong) + StyledText("  ") + list.styledState
        return [heading + "  " + StyledText(counts)] + things.map(\.line)
    }

    package var identifiers: [String] { [list.barcode] }
}

extension WantedResource {
    /// The state, barcode, title, place, recipient and due date.
    fileprivate var line: StyledText {
        let style: TextStyle =
            switch state {
            case "pulled": .good
            case "not-found": .warning
            default: .plain
            }
        var words = [barcode + (title.map { " (\($0))" } ?? "")]
        let known = (path.isEmpty ? home : path).joined(separator: " › ")
        let nowhere =
            known.isEmpty ? Message("no known place") : Message("no known place, home \(known, "place")")
        words.append(path.isEmpty ? nowhere.shown : known)
        words.append([wish?.shown, reason].compactMap(\.self).joined(separator: " "))
        let width = Term.width(of: ["wanted", "pulled", "not-found"], Term.wanted)
        return StyledText("  ") + Term.wanted(state).styled(style).padded(to: width + 1) + " "
            + StyledText(words.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    /// For whom and by when.
    private var wish: Message? {
        switch (recipientName, due.map(Moment.of)) {
        case (let name?, let due?): Message("for \(name, "holder") by \(due, "time")")
        case (let name?, nil): Message("for \(name, "holder")")
        case (nil, let due?): Message("by \(due, "time")", context: "due")
        case (nil, nil): nil
        }
    }
}

package import Terminal
package import Wire

extension PullListContents: Presentable {
    package var lines: [StyledText] {
        let counts = "\(list.pulled) of \(list.wanted + list.pulled + list.notFound) pulled"
        let missing = list.notFound == 0 ? "" : ", \(list.notFound) not found"
        let heading = StyledText(list.barcode, .strong) + StyledText("  ") + list.styledState
        return [heading + StyledText("  \(counts)\(missing)")] + things.map(\.line)
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
        words.append(!path.isEmpty ? known : known.isEmpty ? "no known place" : "no known place, home \(known)")
        let wish = [recipientName.map { "for \($0)" }, due.map { "by \(Moment.of($0))" }, reason].compactMap { $0 }
        words.append(wish.joined(separator: " "))
        return StyledText("  ") + StyledText(state, style).padded(to: 11)
            + StyledText(words.filter { !$0.isEmpty }.joined(separator: "  "))
    }
}

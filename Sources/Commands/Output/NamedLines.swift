/// Lines with names in a column before them.
enum NamedLines {
    static func of(_ pairs: [(name: String, text: StyledText)], indent: String = "") -> [StyledText] {
        let width = (pairs.map { $0.name.utf8.count }.max() ?? 0) + 2
        return pairs.map { name, text in
            StyledText(indent) + StyledText(name, .faint).padded(to: width) + text
        }
    }
}

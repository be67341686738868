extension StyledText {
    /// Returns `text` in exactly `width` columns.
    static func line(_ text: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        StyledText(TextFit.line(text, width: width), style)
    }

    /// Returns `left` and `right` at the ends of `width` columns.
    ///
    /// If both do not fit, `left` is cut, and then `right` is omitted.
    static func line(_ left: String, _ right: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        let room = width - DisplayWidth.of(right) - 2
        guard !right.isEmpty, room >= width / 3 else { return line(left, width: width, style) }
        return StyledText(TextFit.line(left, width: room) + "  " + right, style)
    }

    /// Returns `text` centred in `width` columns.
    static func centred(_ text: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        let cut = TextFit.cut(text, to: width)
        let before = max(0, width - DisplayWidth.of(cut)) / 2
        return line(String(repeating: " ", count: before) + cut, width: width, style)
    }

    /// Returns `text` in centred block letters; nil if they do not fit `width` columns or cannot be drawn.
    static func big(_ text: String, scale: Int, width: Int, _ style: TextStyle = .plain) -> [StyledText]? {
        guard let needed = BigText.width(of: text, scale: scale), needed <= width,
            let rows = BigText.lines(text, scale: scale)
        else { return nil }
        return rows.map { centred($0, width: width, style) }
    }
}

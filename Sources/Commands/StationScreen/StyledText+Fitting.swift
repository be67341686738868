extension StyledText {
    /// `text` in exactly `width` columns.
    static func line(_ text: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        StyledText(TextFit.line(text, width: width), style)
    }

    /// `left` and `right` at the two ends of `width` columns; when both do not fit, `left` is cut, and then `right` left out.
    static func line(_ left: String, _ right: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        let room = width - DisplayWidth.of(right) - 2
        guard !right.isEmpty, room >= width / 3 else { return line(left, width: width, style) }
        return StyledText(TextFit.line(left, width: room) + "  " + right, style)
    }

    /// `text` in the middle of `width` columns.
    static func centred(_ text: String, width: Int, _ style: TextStyle = .plain) -> StyledText {
        let cut = TextFit.cut(text, to: width)
        let before = max(0, width - DisplayWidth.of(cut)) / 2
        return line(String(repeating: " ", count: before) + cut, width: width, style)
    }

    /// `text` in letters of blocks in the middle of `width` columns; nil when they do not fit or cannot be drawn.
    static func big(_ text: String, scale: Int, width: Int, _ style: TextStyle = .plain) -> [StyledText]? {
        guard let needed = BigText.width(of: text, scale: scale), needed <= width,
            let rows = BigText.lines(text, scale: scale)
        else { return nil }
        return rows.map { centred($0, width: width, style) }
    }
}

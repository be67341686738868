/// Generates the bytes that change a terminal from one frame to the next (ECMA-48, and xterm's private modes).
struct ScreenText: Sendable {
    /// Takes over the terminal: alternate screen, no cursor, no line wrapping.
    static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[0m\u{1B}[2J"
    /// Restores the terminal.
    ///
    /// A console with only one screen is left empty.
    static let leave = "\u{1B}[0m\u{1B}[2J\u{1B}[H\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    let isColoured: Bool
    private var shown: [StyledText] = []
    private var size: ScreenSize?

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// Forgets the terminal's contents, so that the next frame is drawn completely.
    mutating func forget() { size = nil }

    /// Returns the bytes for `frame`: only the lines that changed.
    ///
    /// Each line is addressed by its row, so that a character that the terminal draws wider than expected affects no
    /// other line.
    mutating func change(to frame: [StyledText], size: ScreenSize) -> String {
        var text = ""
        if self.size != size {
            text += "\u{1B}[0m\u{1B}[2J"
            shown = []
            self.size = size
        }
        for (row, line) in frame.enumerated() where row >= shown.count || shown[row] != line {
            text += "\u{1B}[\(row + 1);1H" + rendered(line)
        }
        shown = frame
        return text
    }

    private func rendered(_ line: StyledText) -> String {
        var text = ""
        for part in line.parts where !part.text.isEmpty {
            let style = isColoured ? part.style : part.style.colourless
            guard let sequence = style.sequence else {
                text += part.text
                continue
            }
            text += sequence + part.text + "\u{1B}[0m"
        }
        return text
    }
}

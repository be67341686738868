/// The bytes that bring a terminal from one frame to the next (ECMA-48, and xterm's private modes).
struct ScreenText: Sendable {
    /// Takes the terminal over: another screen than the shell's, no cursor, no line that flows into the next one.
    static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[0m\u{1B}[2J"
    /// Gives it back.
    ///
    /// A console that knows only one screen is left empty.
    static let leave = "\u{1B}[0m\u{1B}[2J\u{1B}[H\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    let isColoured: Bool
    private var shown: [StyledText] = []
    private var size: ScreenSize?

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// Forgets what the terminal shows, so that the next frame is drawn as a whole.
    mutating func forget() { size = nil }

    /// What to write for `frame`: only the lines that are not shown already.
    ///
    /// Each line goes to its row by number, so that a character that a terminal takes for wider than we do spoils no
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

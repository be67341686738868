import Glibc

/// A terminal in exclusive use until it is restored.
///
/// The calls block, so they are made on the main thread.
@MainActor package final class TerminalScreen {
    private let sink = ByteSink.standardOutput
    private var text: ScreenText
    private var former: termios?
    private var isOpen = false

    package init(isColoured: Bool) { text = ScreenText(isColoured: isColoured) }

    /// The current size.
    package var size: ScreenSize {
        var window = winsize()
        guard ioctl(sink.descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return .standard
        }
        return ScreenSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Takes over the terminal, also after another program used it.
    ///
    /// - Throws: ``StreamError`` if the terminal cannot be written to.
    package func open() throws(StreamError) {
        isOpen = true
        text.forget()
        quieten()
        try sink.write(Array(ScreenText.enter.utf8))
    }

    /// Shows a frame that was drawn for `size`.
    ///
    /// - Throws: ``StreamError`` if the terminal cannot be written to.
    package func show(_ frame: [StyledText], size: ScreenSize) throws(StreamError) {
        guard isOpen else { return }
        let change = text.change(to: frame, size: size)
        if !change.isEmpty { try sink.write(Array(change.utf8)) }
    }

    /// Restores the terminal.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        // Errors are ignored, because the terminal may be gone.
        try? sink.write(Array(ScreenText.leave.utf8))
        if var former { tcsetattr(STDIN_FILENO, TCSANOW, &former) }
    }

    /// Disables echo, and keys that stop or suspend the process; Ctrl-C still ends it.
    private func quieten() {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return }
        if former == nil { former = settings }
        settings.c_lflag &= ~tcflag_t(ECHO | ICANON)
        settings.c_iflag &= ~tcflag_t(IXON)
        withUnsafeMutableBytes(of: &settings.c_cc) { keys in
            // No key (_POSIX_VDISABLE).
            keys[Int(VSUSP)] = 0
            keys[Int(VMIN)] = 1
            keys[Int(VTIME)] = 0
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }
}

/// Generates the bytes that change a terminal from one frame to the next (ECMA-48, and xterm's private modes).
package struct ScreenText: Sendable {
    /// Takes over the terminal: alternate screen, no cursor, no line wrapping.
    package static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[0m\u{1B}[2J"
    /// Restores the terminal.
    ///
    /// A console with only one screen is left empty.
    package static let leave = "\u{1B}[0m\u{1B}[2J\u{1B}[H\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    package let isColoured: Bool
    private var shown: [StyledText] = []
    private var size: ScreenSize?

    package init(isColoured: Bool) { self.isColoured = isColoured }

    /// Forgets the terminal's contents, so that the next frame is drawn completely.
    package mutating func forget() { size = nil }

    /// Returns the bytes for `frame`: only the lines that changed.
    ///
    /// Each line is addressed by its row, so that a character that the terminal draws wider than expected affects no
    /// other line.
    package mutating func change(to frame: [StyledText], size: ScreenSize) -> String {
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

/// The size of a terminal.
package struct ScreenSize: Sendable, Hashable {
    /// The maximum; a terminal that reports more is not believable.
    private static let most = 1_000

    package let columns: Int
    package let rows: Int

    /// Creates a size, clamped to between one cell and the maximum.
    package init(columns: Int, rows: Int) {
        self.columns = min(max(1, columns), Self.most)
        self.rows = min(max(1, rows), Self.most)
    }

    /// The size for terminals that do not report one.
    package static let standard = ScreenSize(columns: 80, rows: 24)
}

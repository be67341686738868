import Glibc

/// A terminal in exclusive use until it is restored.
///
/// The calls block, so they are made on the main thread.
@MainActor final class TerminalScreen {
    private let sink = ByteSink.standardOutput
    private var text: ScreenText
    private var former: termios?
    private var isOpen = false

    init(isColoured: Bool) { text = ScreenText(isColoured: isColoured) }

    /// The current size.
    var size: ScreenSize {
        var window = winsize()
        guard ioctl(sink.descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return .standard
        }
        return ScreenSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Takes over the terminal, also after another program used it.
    func open() throws(StreamError) {
        isOpen = true
        text.forget()
        quieten()
        try sink.write(Array(ScreenText.enter.utf8))
    }

    /// Shows a frame that was drawn for `size`.
    func show(_ frame: [StyledText], size: ScreenSize) throws(StreamError) {
        guard isOpen else { return }
        let change = text.change(to: frame, size: size)
        if !change.isEmpty { try sink.write(Array(change.utf8)) }
    }

    /// Restores the terminal.
    func close() {
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

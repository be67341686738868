import Foundation

/// Both ends of a pseudo-terminal.
public struct PseudoTerminal: Sendable {
    /// What the program writes is read here.
    public let master: CInt

    /// Starts a program with nothing but `environment`, and a terminal of this size for everything.
    public static func start(
        _ program: String,
        _ arguments: [String],
        columns: Int,
        rows: Int,
        environment: [String: String]
    ) throws -> (terminal: PseudoTerminal, child: ChildProgram) {
        var (master, terminal): (CInt, CInt) = (-1, -1)
        var size = Self.size(columns, rows)
        guard openpty(&master, &terminal, nil, nil, &size) == 0 else {
            throw TerminalFault(description: "cannot make a pseudo-terminal")
        }
        for end in [master, terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { Foundation.close(terminal) }
        // It makes the terminal the one that signals come from, and becomes the program itself.
        let child = try ChildProgram(
            "/usr/bin/setsid",
            ["--ctty", program] + arguments,
            environment: environment,
            input: .descriptor(terminal),
            output: .descriptor(terminal),
            errors: .descriptor(terminal)
        )
        return (PseudoTerminal(master: master), child)
    }

    /// Makes it another size, which the kernel tells the program.
    public func resize(columns: Int, rows: Int) {
        var size = Self.size(columns, rows)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Presses keys.
    public func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// What was written since, once there is anything; nothing at the end.
    public func next() -> [UInt8] {
        // The end of the last program on a terminal is an error of reading (EIO).
        [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, used in
            used = max(0, read(master, buffer.baseAddress, buffer.count))
        }
    }

    public func close() { Foundation.close(master) }

    private static func size(_ columns: Int, _ rows: Int) -> winsize {
        winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    }
}

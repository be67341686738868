import Glibc

/// The arguments and environment of a program, which are bytes until they are checked.
///
/// Swift's own `CommandLine.arguments` replaces invalid UTF-8 by U+FFFD, so a title in another encoding would be stored
/// altered.
public enum ProcessText {
    /// Returns the arguments of this process, beginning with the program's name.
    ///
    /// - Throws: ``ProcessTextError`` if one is not UTF-8.
    public static func arguments() throws(ProcessTextError) -> [String] {
        var arguments: [String] = []
        for index in 0..<Int(CommandLine.argc) {
            guard let bytes = CommandLine.unsafeArgv[index] else { break }
            guard let text = String(validatingCString: bytes) else { throw .argument(index, escaped: escaped(bytes)) }
            arguments.append(text)
        }
        return arguments
    }

    /// Checks the environment variables with paths that Outguide uses.
    ///
    /// - Throws: ``ProcessTextError`` if one is not UTF-8.
    public static func checkEnvironment() throws(ProcessTextError) {
        for name in ["OUTGUIDE_CONFIG", "OUTGUIDE_SOCKET", "OUTGUIDE_STATE_DIR", "XDG_STATE_HOME"] {
            guard let bytes = getenv(name), String(validatingCString: bytes) == nil else { continue }
            throw .variable(name, escaped: escaped(bytes))
        }
    }

    /// Returns the text with `\xE9` for each byte that is not printable ASCII, cut after 60 bytes.
    private static func escaped(_ bytes: UnsafePointer<CChar>) -> String {
        let most = 60
        var text = ""
        for index in 0...most {
            let byte = UInt8(bitPattern: bytes[index])
            guard byte != 0 else { return text }
            guard index < most else { break }
            let digits = String(byte, radix: 16, uppercase: true)
            text += (0x20..<0x7F).contains(byte) ? String(UnicodeScalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + digits
        }
        return text + "…"
    }
}

/// The reason why a program cannot use its arguments or environment.
public enum ProcessTextError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The argument with this number, from 1, is not UTF-8.
    case argument(Int, escaped: String)
    /// The environment variable is not UTF-8.
    case variable(String, escaped: String)

    /// The reason, as text for people.
    public var description: String {
        switch self {
        case .argument(let index, let escaped):
            "cannot use argument \(index), “\(escaped)”: it is not UTF-8; use a terminal in a UTF-8 locale, or convert it with iconv"
        case .variable(let name, let escaped):
            "cannot use the variable \(name), “\(escaped)”: it is not UTF-8; name a path in UTF-8"
        }
    }
}

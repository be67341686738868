import Foundation

/// What a terminal shows after some bytes (ECMA-48, xterm's private modes 7, 25 and 1049).
///
/// It knows the sequences that a screen here may use, and remembers every other one. How wide characters are it asks the C
/// library, not the program under test.
public struct TerminalEmulator: Sendable {
    public private(set) var columns: Int
    public private(set) var rows: Int
    public private(set) var cells: [[TerminalCell]] = []
    /// Whether the screen beside the shell's is shown.
    public private(set) var isAlternate = false
    public private(set) var showsCursor = true
    public private(set) var wraps = true
    /// Sequences and control characters that are not understood.
    public private(set) var strange: [String] = []

    private var row = 0
    private var column = 0
    private var style = ""
    private var sequence: String?
    private var waiting: [UInt8] = []

    public init(columns: Int, rows: Int) {
        setlocale(LC_CTYPE, "C.UTF-8")
        self.columns = columns
        self.rows = rows
        clear()
    }

    /// The rows as text.
    public var lines: [String] { cells.map { $0.map(\.text).joined() } }
    public var text: String { lines.joined(separator: "\n") }

    /// Rows of which every cell has this style.
    public func rows(styled style: String) -> Int { cells.count { $0.allSatisfy { $0.style == style } } }

    public mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        clear()
    }

    public mutating func take(_ bytes: [UInt8]) {
        waiting += bytes
        // What is left of a character comes with the next bytes.
        var end = waiting.count
        while end > 0, waiting.count - end < 3, waiting[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > 0, waiting[end - 1] >= 0xC0 {
            let needed = waiting[end - 1] >= 0xF0 ? 4 : waiting[end - 1] >= 0xE0 ? 3 : 2
            end = waiting.count - end + 1 >= needed ? waiting.count : end - 1
        } else {
            end = waiting.count
        }
        for scalar in String(decoding: waiting[..<end], as: UTF8.self).unicodeScalars { take(scalar) }
        waiting.removeFirst(end)
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if let begun = sequence {
            let whole = begun + String(scalar)
            if whole == "[" || !(0x40...0x7E).contains(scalar.value) {
                sequence = whole
            } else {
                sequence = nil
                obey(whole)
            }
        } else if scalar == "\u{1B}" {
            sequence = ""
        } else if scalar.value < 0x20 || scalar.value == 0x7F {
            strange.append("control \(scalar.value)")
        } else {
            write(scalar)
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        let width = Self.width(of: scalar)
        guard width > 0 else {
            if width == 0, column > 0 { cells[row][column - 1].text.unicodeScalars.append(scalar) }
            if width < 0 { strange.append("character \(scalar.value)") }
            return
        }
        // Without wrapping, what is beyond the edge overwrites the last place.
        column = min(column, columns - width)
        cells[row][column] = TerminalCell(text: String(scalar), style: style)
        if width == 2 { cells[row][column + 1] = TerminalCell(text: "", style: style) }
        column += width
    }

    /// What the C library says, whose header hides it from programs that do not ask for X/Open.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        guard let symbol = dlsym(nil, "wcwidth") else { return 1 }
        return Int(unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)(wchar_t(scalar.value)))
    }

    private mutating func obey(_ sequence: String) {
        let parameters = sequence.dropFirst().dropLast()
        switch (sequence.first, sequence.last) {
        case ("[", "H"):
            let numbers = parameters.split(separator: ";").compactMap { Int($0) }
            row = min(max(1, numbers.first ?? 1), rows) - 1
            column = min(max(1, numbers.dropFirst().first ?? 1), columns) - 1
        case ("[", "J") where parameters == "2": clear()
        case ("[", "m"): style = parameters == "0" ? "" : String(parameters)
        case ("[", "h") where set(parameters, true), ("[", "l") where set(parameters, false): break
        default: strange.append(sequence)
        }
    }

    private mutating func set(_ mode: Substring, _ value: Bool) -> Bool {
        switch mode {
        case "?7": wraps = value
        case "?25": showsCursor = value
        case "?1049": isAlternate = value
        default: return false
        }
        return true
    }

    private mutating func clear() {
        cells = Array(repeating: Array(repeating: TerminalCell(), count: columns), count: rows)
        row = 0
        column = 0
    }
}

import Localization

/// A printer's response to `~HS` (ZPL II Programming Guide, Host Status Return).
struct SocketStatus: Sendable, Hashable {
    private(set) var obstacles: [PrinterObstacle]
    private(set) var isPaused: Bool
    /// Whether a printed label must be taken before the next one is printed.
    let holdsLabel: Bool
    let isTooCold: Bool
    private(set) var isTooHot: Bool
    /// The number of formats in its buffer, including a partly received one, plus the labels left of the current
    /// format.
    let remaining: Int

    /// Parses three lines between STX and ETX, the last ones if there are more; nil for anything else.
    init?(_ bytes: [UInt8]) {
        let all = Self.lines(bytes)
        guard let first = Self.first(of: all) else { return nil }
        let lines = all[first...].map(\.self)
        guard let isOut = lines[0][1],
            let isPaused = lines[0][2], let formats = lines[0][4], let isOpen = lines[1][2],
            let isWithoutRibbon = lines[1][3], let labels = lines[1][8]
        else { return nil }
        var obstacles: [PrinterObstacle] = []
        if isOut == 1 { obstacles.append(.mediaEmpty) }
        if isOpen == 1 { obstacles.append(.coverOpen) }
        if isWithoutRibbon == 1 { obstacles.append(.markerEmpty) }
        self.obstacles = obstacles.sorted()
        self.isPaused = isPaused == 1
        holdsLabel = lines[1][7] == 1
        (isTooCold, isTooHot) = (lines[0][10] == 1, lines[0][11] == 1)
        // A printer could report more than a number can hold.
        remaining = min(max(0, formats), 99_999) + min(max(0, labels), 99_999_999) + (lines[0][7] == 1 ? 1 : 0)
    }

    /// Whether it prints nothing until someone attends to it.
    var isHalted: Bool { isPaused || !obstacles.isEmpty }

    /// Returns the status with the printer's detailed errors added.
    func with(_ errors: HostErrors?) -> SocketStatus {
        guard let errors else { return self }
        var status = self
        status.obstacles = Array(Set(obstacles + errors.obstacles)).sorted()
        status.isPaused = isPaused || errors.isPaused
        status.isTooHot = isTooHot || errors.isTooHot
        return status
    }

    /// Returns the status without obstacles that `despite` overrides because they are reported wrongly.
    func without(_ despite: OverriddenTroubles) -> SocketStatus {
        var status = self
        status.obstacles.removeAll { despite.overrides(PrintError($0, printer: "", words: Message(verbatim: "")).kind) }
        return status
    }

    /// Returns what prevents `printer` from printing; nil if nothing does.
    func trouble(of printer: String) -> PrintError? {
        if let obstacle = obstacles.first {
            var words = left
            if case .other(let word) = obstacle { words = Message("it reports \(word, "reason"); \(left, "left")") }
            return PrintError(obstacle, printer: printer, words: words)
        }
        return isPaused ? .paused(printer: printer, words: left) : nil
    }

    private var left: Message {
        Message("{count} label is left", plural: "{count} labels are left", count: remaining)
    }

    /// Returns what `printer` waits for; nil if it does not wait.
    func delay(of printer: String) -> PrintError? {
        if let trouble = trouble(of: printer) { return trouble }
        if holdsLabel { return .labelToTake(printer: printer, words: left) }
        guard isTooHot || isTooCold else { return nil }
        return .headTemperature(printer: printer, isTooHot: isTooHot, words: left)
    }

    /// Whether the third and last line was received, also after a late response to another query.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        let lines = lines(bytes)
        return first(of: lines).map { $0 + 2 < lines.count } ?? false
    }

    /// Returns the texts between STX and ETX, split at their commas.
    private static func lines(_ bytes: [UInt8]) -> [[Int?]] {
        bytes.drop { $0 != 0x02 }.split(separator: 0x02).filter { $0.contains(0x03) }.map { line in
            line.prefix { $0 != 0x03 }.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                .map { Int(String(decoding: $0, as: UTF8.self)) }
        }
    }

    /// Returns the index of the first of the three lines.
    private static func first(of lines: [[Int?]]) -> Int? {
        lines.indices.dropLast().last { lines[$0].count >= 12 && lines[$0 + 1].count >= 11 }
    }
}

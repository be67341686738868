/// What a printer answers to `~HS` (ZPL II Programming Guide, Host Status Return).
struct SocketStatus: Sendable, Hashable {
    let obstacles: [PrinterObstacle]
    let isPaused: Bool
    /// Formats in its buffer and labels of the format at work that are still to come.
    let remaining: Int

    /// Three lines between STX and ETX; nil when they are not that.
    init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x02).map { line in
            line.prefix { $0 != 0x03 }.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                .map { Int(String(decoding: $0, as: UTF8.self)) }
        }
        guard lines.count >= 2, lines[0].count >= 12, lines[1].count >= 11, let isOut = lines[0][1],
            let isPaused = lines[0][2], let formats = lines[0][4], let isOpen = lines[1][2],
            let isWithoutRibbon = lines[1][3], let labels = lines[1][8]
        else { return nil }
        var obstacles: [PrinterObstacle] = []
        if isOut == 1 { obstacles.append(.mediaEmpty) }
        if isOpen == 1 { obstacles.append(.coverOpen) }
        if isWithoutRibbon == 1 { obstacles.append(.markerEmpty) }
        self.obstacles = obstacles.sorted()
        self.isPaused = isPaused == 1
        remaining = formats + labels
    }

    /// What keeps `printer` from printing; nil when nothing does.
    func trouble(of printer: String) -> PrintError? {
        let left = remaining == 1 ? "1 label is left" : "\(remaining) labels are left"
        if let obstacle = obstacles.first { return PrintError(obstacle, printer: printer, words: left) }
        return isPaused ? .stopped(printer: printer, words: "its pause key was pressed, \(left)") : nil
    }

    /// Whether the third line, the last one, has come.
    static func isWhole(_ bytes: [UInt8]) -> Bool { bytes.count { $0 == 0x03 } >= 3 }
}

/// A printer's response to `~HQES` (ZPL II Programming Guide, Host Query, error flags), which names errors that `~HS`
/// does not.
struct HostErrors: Sendable, Hashable {
    static let question = Array("~HQES\r\n".utf8)

    let obstacles: [PrinterObstacle]
    let isPaused: Bool
    let isTooHot: Bool

    /// The bits of the second group of flags; the first is reserved.
    private static let flags: [(bit: UInt32, obstacle: PrinterObstacle)] = [
        (0x0000_0001, .mediaEmpty), (0x0000_0002, .markerEmpty), (0x0000_0004, .coverOpen),
        (0x0000_0008, .other("cutter-fault")), (0x0000_0020, .other("motor-over-temperature")),
        (0x0000_0040, .other("bad-printhead-element")), (0x0000_0080, .other("printhead-detection-error")),
        (0x0000_0100, .other("invalid-firmware-configuration")), (0x0000_0200, .other("printhead-thermistor-open")),
        (0x0000_1000, .jam), (0x0000_2000, .other("presenter-not-running")), (0x0000_4000, .other("paper-feed-error")),
        (0x0000_8000, .jam), (0x0002_0000, .other("retract-timed-out")),
        (0x0004_0000, .other("black-mark-calibration-error")), (0x0008_0000, .other("black-mark-not-found")),
    ]
    private static let hot: UInt32 = 0x0000_0010
    private static let paused: UInt32 = 0x0001_0000

    /// Parses a line such as `ERRORS: 1 00000000 00000005`; nil if there is none.
    init?(_ answer: [UInt8]) {
        let text = String(decoding: answer, as: UTF8.self)
        guard let label = text.firstRange(of: "ERRORS:") else { return nil }
        let words = text[label.upperBound...].split { $0 == " " || $0.isNewline || $0 == "\u{3}" }
        guard words.count >= 3, let isAny = Int(words[0]), (0...1).contains(isAny), words[2].utf8.count == 8,
            let bits = UInt32(words[2], radix: 16)
        else { return nil }
        let found = isAny == 1 ? bits : 0
        let known = Self.flags.reduce(Self.hot | Self.paused) { $0 | $1.bit }
        var obstacles = Set(Self.flags.filter { found & $0.bit != 0 }.map(\.obstacle))
        // An unknown flag is still an error.
        if found & ~known != 0 { obstacles.insert(.other("error-\(String(found & ~known, radix: 16))")) }
        self.obstacles = obstacles.sorted()
        isPaused = found & Self.paused != 0
        isTooHot = found & Self.hot != 0
    }
}

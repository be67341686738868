import Localization

/// A station as shown on a screen.
struct StationPanel: Sendable, Hashable {
    /// A reading with its outcome.
    struct Line: Sendable, Hashable {
        /// The number of the reading.
        let reading: Int64
        /// When it was taken, in seconds since 1970.
        let at: Int64
        /// When this screen learned of it, by its own clock, which may differ from the daemon's.
        var seenAt: Int64
        var verdict: StationVerdict
        var message: String
        /// Whether its slip or label could not be printed, which is news even of a reading already shown.
        var isUnprinted = false
        /// Whether its tone was played, or would be too late.
        var isHeard = false
    }

    /// A scanner of the station.
    struct Scanner: Sendable, Hashable {
        let name: String
        /// `reading`, or why it is not read.
        let state: String
    }

    /// The number of readings that a screen keeps.
    static let mostLines = 10

    let name: String
    /// Whether the daemon described the station yet.
    var isKnown = false
    /// The signed-in clerk.
    var clerk: String?
    /// Whether a clerk must sign in before anything is accepted.
    var mustSignIn = false
    /// The open context in words; nil if nothing is open.
    var context: Message?
    /// When it was opened, in seconds since 1970.
    var openedAt: Int64?
    /// When it closes, in seconds since 1970.
    var closesAt: Int64?
    /// What the station waits for.
    var awaited: Message?
    var scanners: [Scanner] = []
    /// The number of readings that are stored but not interpreted yet.
    var queue = 0
    /// Warnings, such as few labels left or a printer without paper.
    var warnings: [Message] = []
    /// The readings, newest first.
    private(set) var lines: [Line] = []

    init(name: String) { self.name = name }

    /// Adds `line`.
    ///
    /// For a reading already shown, only its tone and an unprinted slip or label are updated.
    mutating func add(_ line: Line) {
        if let index = lines.firstIndex(where: { $0.reading == line.reading }) {
            guard line.isUnprinted, !lines[index].isUnprinted else {
                lines[index].isHeard = lines[index].isHeard || line.isHeard
                return
            }
            (lines[index].verdict, lines[index].message) = (line.verdict, line.message)
            (lines[index].isUnprinted, lines[index].isHeard) = (true, line.isHeard)
            return
        }
        let place = lines.firstIndex { $0.reading < line.reading } ?? lines.endIndex
        lines.insert(line, at: place)
        if lines.count > Self.mostLines { lines.removeLast(lines.count - Self.mostLines) }
    }

    /// Copies from `former` when readings were first seen and whose tones were played; new readings count as seen at
    /// `moment`.
    mutating func keepMoments(of former: StationPanel, newAt moment: Int64?) {
        for index in lines.indices {
            let known = former.lines.first { $0.reading == lines[index].reading }
            lines[index].seenAt = known?.seenAt ?? moment ?? lines[index].seenAt
            let isNews = lines[index].isUnprinted && known?.isUnprinted == false
            lines[index].isHeard = !isNews && known?.isHeard == true
        }
    }

    /// Returns the verdicts of readings whose tones were not played yet, and marks them as played.
    mutating func hearAll() -> [StationVerdict] {
        let verdicts = lines.filter { !$0.isHeard }.map(\.verdict)
        for index in lines.indices { lines[index].isHeard = true }
        return verdicts
    }

    /// Whether the tone for this state of the reading was played.
    func hasHeard(_ line: Line) -> Bool {
        lines.contains { $0.reading == line.reading && $0.isHeard && ($0.isUnprinted || !line.isUnprinted) }
    }

    /// The number of the newest reading shown.
    var newestReading: Int64 { lines.first?.reading ?? 0 }
}

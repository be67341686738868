/// What a screen shows of one station.
struct StationPanel: Sendable, Hashable {
    /// A reading and how it ended.
    struct Line: Sendable, Hashable {
        /// Its number in the log.
        let reading: Int64
        /// When it was taken, in seconds since 1970.
        let at: Int64
        /// When this screen learned of it, by its own clock: that of the daemon's machine may be another.
        var seenAt: Int64
        var verdict: StationVerdict
        var message: String
        /// Whether its slip or label could not be printed, which is news of a reading that was shown before.
        var isUnprinted = false
        /// Whether its tone sounded, or would be too late.
        var isHeard = false
    }

    /// A gun of the station, or what stands for it.
    struct Gun: Sendable, Hashable {
        let name: String
        /// `reading`, or why it is not read.
        let state: String
    }

    /// How many readings a screen keeps.
    static let mostLines = 10

    let name: String
    /// Whether the daemon told how it is.
    var isTold = false
    /// Who is signed in.
    var clerk: String?
    /// Whether nothing is taken before somebody signs in.
    var mustSignIn = false
    /// What is open, as the clerk would say it; nil when nothing is.
    var context: String?
    /// Since when, in seconds since 1970.
    var openedAt: Int64?
    /// When it closes by itself.
    var closesAt: Int64?
    /// What the station waits for.
    var awaited: String?
    var guns: [Gun] = []
    /// Readings that are taken and not yet answered.
    var queue = 0
    /// What somebody should look after: few labels left, a printer that is out of paper.
    var warnings: [String] = []
    /// The newest first.
    private(set) var lines: [Line] = []

    init(name: String) { self.name = name }

    /// Shows `line`; one that is shown already stays as it is, but for having been heard, and for what is news of it.
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

    /// Takes over from `former` when its readings were first seen, and which were heard; what is new was seen at
    /// `moment`.
    mutating func keepMoments(of former: StationPanel, newAt moment: Int64?) {
        for index in lines.indices {
            let known = former.lines.first { $0.reading == lines[index].reading }
            lines[index].seenAt = known?.seenAt ?? moment ?? lines[index].seenAt
            let isNews = lines[index].isUnprinted && known?.isUnprinted == false
            lines[index].isHeard = !isNews && known?.isHeard == true
        }
    }

    /// How the readings ended that were not heard yet, and counts them as heard.
    mutating func hearAll() -> [StationVerdict] {
        let verdicts = lines.filter { !$0.isHeard }.map(\.verdict)
        for index in lines.indices { lines[index].isHeard = true }
        return verdicts
    }

    /// Whether this was heard of a reading.
    func hasHeard(_ line: Line) -> Bool {
        lines.contains { $0.reading == line.reading && $0.isHeard && ($0.isUnprinted || !line.isUnprinted) }
    }

    /// The newest reading that it shows.
    var newestReading: Int64 { lines.first?.reading ?? 0 }
}

import Localization
import Tones
import Wire

/// The state of a screen.
struct StationBoard: Sendable, Hashable {
    /// The connection to the daemon.
    enum Link: Sendable, Hashable {
        /// The daemon was not reached yet.
        case connecting
        case connected
        /// The daemon is unreachable since this time, in seconds since 1970.
        case away(since: Int64, reason: Message)
        /// The daemon responds, but its log cannot be written.
        case degraded(reason: Message)
    }

    private(set) var link: Link = .connecting
    private(set) var panels: [StationPanel] = []
    /// Why tones, though enabled, cannot be played.
    var toneTrouble: String?
    /// When something was last typed into this terminal, which does not take readings.
    var typedAt: Int64?

    /// The kind of a reading whose slip or label was not printed.
    static let unprinted = "not-printed"

    /// The named stations, in this order; empty for all stations.
    let wanted: [String]

    init(stations wanted: [String] = []) {
        self.wanted = wanted
        panels = wanted.map { StationPanel(name: $0) }
    }

    /// Applies news from the daemon; returns the tone to play.
    mutating func take(_ news: StationNews, at moment: ScreenMoment) -> Tone? {
        switch news {
        case .outcome(let outcome):
            guard let index = index(of: outcome.station) else { return nil }
            let verdict = StationVerdict(word: outcome.verdict)
            let line = StationPanel.Line(
                reading: outcome.reading,
                at: moment.seconds,
                seenAt: moment.seconds,
                verdict: verdict,
                message: outcome.message,
                isUnprinted: outcome.kind == Self.unprinted,
                isHeard: true
            )
            // A poll may have been faster than the event stream.
            let isHeard = panels[index].hasHeard(line)
            panels[index].add(line)
            return isHeard ? nil : verdict.tone
        case .station(let station):
            if let index = index(of: station.station) {
                var panel = StationPanel(station)
                panel.keepMoments(of: panels[index], newAt: moment.seconds)
                // Outcomes of new readings arrive separately, and readings from before the screen started are not news.
                if !panels[index].isKnown { _ = panel.hearAll() }
                panels[index] = panel
            }
            return nil
        case .polled(let stations, let trouble):
            let verdicts = stations.flatMap { take(polled: $0, at: moment) }
            if wanted.isEmpty { panels.removeAll { panel in !stations.contains { $0.station == panel.name } } }
            link = trouble.map { .degraded(reason: $0) } ?? .connected
            // Only one tone for all of them, that of the worst verdict.
            return StationVerdict.allCases.last { verdicts.contains($0) }?.tone
        case .away(let reason):
            if case .away(let since, _) = link {
                link = .away(since: since, reason: reason)
                return nil
            }
            link = .away(since: moment.seconds, reason: reason)
            return .refused
        case .typed:
            typedAt = moment.seconds
            return .refused
        case .tones(let trouble):
            toneTrouble = trouble
            return nil
        case .passed: return nil
        }
    }

    /// Applies a polled station.
    ///
    /// The response may be older than received events, or newer if the event stream was interrupted. Returns the
    /// verdicts of new readings.
    private mutating func take(polled station: StationResource, at moment: ScreenMoment) -> [StationVerdict] {
        var panel = StationPanel(station)
        guard let index = index(of: station.station), panel.newestReading >= panels[index].newestReading else {
            return []
        }
        let isFirst = !panels[index].isKnown
        panel.keepMoments(of: panels[index], newAt: isFirst ? nil : moment.seconds)
        let verdicts = panel.hearAll()
        panels[index] = panel
        return isFirst ? [] : verdicts
    }

    /// Returns the index of a station; nil if this screen does not show it.
    private mutating func index(of name: String) -> Int? {
        if let index = panels.firstIndex(where: { $0.name == name }) { return index }
        guard wanted.isEmpty else { return nil }
        let index = panels.firstIndex { $0.name > name } ?? panels.endIndex
        panels.insert(StationPanel(name: name), at: index)
        return index
    }
}

/// News that changes a screen.
enum StationNews: Sendable, Hashable {
    /// A reading has an outcome.
    case outcome(OutcomeResource)
    /// A station changed.
    case station(StationResource)
    /// The response to a poll, with the reason if the log cannot be written.
    case polled([StationResource], trouble: Message?)
    /// The daemon cannot be reached.
    case away(reason: Message)
    /// Something was typed into the terminal of the screen.
    case typed
    /// Tones cannot be played for this reason; nil if they can again.
    case tones(trouble: String?)
    /// Time passed, or the terminal changed.
    case passed
}

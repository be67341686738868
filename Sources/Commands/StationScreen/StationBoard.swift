import Tones
import Wire

/// Everything that a screen knows, and shows.
struct StationBoard: Sendable, Hashable {
    /// How the daemon is.
    enum Link: Sendable, Hashable {
        /// It was not reached yet.
        case connecting
        case connected
        /// It is away since then, in seconds since 1970.
        case away(since: Int64, reason: String)
        /// It answers, and its log takes nothing in.
        case degraded(reason: String)
    }

    private(set) var link: Link = .connecting
    private(set) var panels: [StationPanel] = []
    /// Why no tone sounds though tones are wanted.
    var toneTrouble: String?
    /// When something was last typed into the terminal of this screen, which takes no readings.
    var typedAt: Int64?

    /// The kind of a reading whose slip or label was not printed.
    static let unprinted = "not-printed"

    /// The stations that were named, in this order; none for all that there are.
    let wanted: [String]

    init(stations wanted: [String] = []) {
        self.wanted = wanted
        panels = wanted.map { StationPanel(name: $0) }
    }

    /// Takes in what the daemon said; the tone that goes with it.
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
            // A question may have been faster than the stream of events.
            let isHeard = panels[index].hasHeard(line)
            panels[index].add(line)
            return isHeard ? nil : verdict.tone
        case .station(let station):
            if let index = index(of: station.station) {
                var panel = StationPanel(station)
                panel.keepMoments(of: panels[index], newAt: moment.seconds)
                // The outcome of what is new is told on its own; what a station had before it came here is no news.
                if !panels[index].isTold { _ = panel.hearAll() }
                panels[index] = panel
            }
            return nil
        case .polled(let stations, let trouble):
            let verdicts = stations.flatMap { take(polled: $0, at: moment) }
            if wanted.isEmpty { panels.removeAll { panel in !stations.contains { $0.station == panel.name } } }
            link = trouble.map { .degraded(reason: $0) } ?? .connected
            // One tone for all: the gravest.
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

    /// What was asked for may be older than what was told meanwhile; or newer, when the stream of events was not there.
    ///
    /// Answers how the readings ended that are news.
    private mutating func take(polled station: StationResource, at moment: ScreenMoment) -> [StationVerdict] {
        var panel = StationPanel(station)
        guard let index = index(of: station.station), panel.newestReading >= panels[index].newestReading else {
            return []
        }
        let isFirst = !panels[index].isTold
        panel.keepMoments(of: panels[index], newAt: isFirst ? nil : moment.seconds)
        let verdicts = panel.hearAll()
        panels[index] = panel
        return isFirst ? [] : verdicts
    }

    /// Where a station stands; nil when this screen does not show it.
    private mutating func index(of name: String) -> Int? {
        if let index = panels.firstIndex(where: { $0.name == name }) { return index }
        guard wanted.isEmpty else { return nil }
        let index = panels.firstIndex { $0.name > name } ?? panels.endIndex
        panels.insert(StationPanel(name: name), at: index)
        return index
    }
}

import DaemonServices
import Localization
import Stations
import Vocabulary
import Wire
import WireResources

/// Selects the events that a listener receives, by event name and station; all events by default.
struct EventFilter: Sendable, Hashable {
    /// nil for all.
    private let stations: Set<String>?
    private let names: Set<EventName>?

    init(_ call: Call) throws {
        let stations = call.values(API.Events.station)
        self.stations = stations.isEmpty ? nil : Set(try stations.map { try StationName(wire: $0).text })
        let names = try call.values(API.Events.event).map { text in
            guard let name = EventName(rawValue: text) else {
                let known = EventName.allCases.map(\.rawValue).joined(separator: ", ")
                let detail = Message("cannot tell events of that sort: there are \(known, "values")")
                throw RequestFailure(.invalidRequest, detail)
            }
            return name
        }
        self.names = names.isEmpty ? nil : Set(names)
    }

    func wants(_ event: EventHub.Event) -> Bool {
        switch event {
        case .outcome(let outcome): wants(.outcome) && wants(at: outcome.station.text)
        case .station(let station): wants(.station) && wants(at: station.summary.station.text)
        // A loss that cannot be attributed to one scanner concerns every station.
        case .scanner(let event): wants(.scanner) && (event.station == nil || wants(at: event.station))
        // Entries are filtered individually when they are read.
        case .logGrew: wants(.entry)
        case .keepAlive: true
        }
    }

    /// An entry that was not made at a station never matches a station filter.
    func wants(_ entry: EntryResource) -> Bool { wants(at: entry.station) }

    private func wants(_ name: EventName) -> Bool { names?.contains(name) ?? true }

    private func wants(at station: String?) -> Bool {
        guard let stations else { return true }
        return station.map(stations.contains) ?? false
    }
}

import Hummingbird
import Records
import Wire

/// Which events a listener wants: those of the sorts and of the stations that it named, or all.
struct EventFilter: Sendable, Hashable {
    /// nil for all.
    private let stations: Set<String>?
    private let names: Set<EventName>?

    /// Parameters that may stand in the query several times.
    static let parameters: Set<Substring> = ["station", "event"]

    /// `?station=` and `?event=`, each as often as there are stations or sorts to follow.
    init(_ request: Request) throws {
        let stations = request.uri.queryParameters[values: "station"]
        self.stations = stations.isEmpty ? nil : Set(try stations.map { try StationName(wire: String($0)).text })
        let names = try request.uri.queryParameters[values: "event"].map { text in
            guard let name = EventName(rawValue: String(text)) else {
                let known = EventName.allCases.map(\.rawValue).joined(separator: ", ")
                let detail = "cannot tell events of that sort: there are \(known)"
                throw Problem(.invalidRequest, status: 400, detail: detail)
            }
            return name
        }
        self.names = names.isEmpty ? nil : Set(names)
    }

    func wants(_ event: EventHub.Event) -> Bool {
        switch event {
        case .outcome(let outcome): wants(.outcome) && wants(at: outcome.station)
        case .station(let station): wants(.station) && wants(at: station.station)
        // What no gun in particular lost concerns every station.
        case .scanner(let event): wants(.scanner) && (event.station == nil || wants(at: event.station))
        // Each entry is judged when it is read.
        case .logGrew: wants(.entry)
        case .keepAlive: true
        }
    }

    /// An entry that was made by hand concerns no station.
    func wants(_ entry: EntryResource) -> Bool { wants(at: entry.station) }

    private func wants(_ name: EventName) -> Bool { names?.contains(name) ?? true }

    private func wants(at station: String?) -> Bool {
        guard let stations else { return true }
        return station.map(stations.contains) ?? false
    }
}

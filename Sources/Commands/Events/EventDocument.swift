import DaemonClient
import Wire

/// The JSON form of an event: its name in `event`, and the daemon's data in `data`.
package struct EventDocument: Sendable, Hashable, Encodable {
    let event: DaemonEvent

    private enum CodingKeys: String, CodingKey {
        case event
        case data
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch event {
        case .opened: try container.encodeNil(forKey: .event)
        case .entry(let entry):
            try container.encode(EventName.entry.rawValue, forKey: .event)
            try container.encode(entry, forKey: .data)
        case .outcome(let outcome):
            try container.encode(EventName.outcome.rawValue, forKey: .event)
            try container.encode(outcome, forKey: .data)
        case .scanner(let scanner):
            try container.encode(EventName.scanner.rawValue, forKey: .event)
            try container.encode(scanner, forKey: .data)
        case .station(let station):
            try container.encode(EventName.station.rawValue, forKey: .event)
            try container.encode(station, forKey: .data)
        }
    }
}

import DaemonClient
import Wire

/// The JSON form of an event about a scanner: its name in `event`, and the daemon's data in `data`.
package struct ScannerEventDocument: Sendable, Hashable, Encodable {
    let event: ScannerStreamEvent

    private enum CodingKeys: String, CodingKey {
        case event
        case data
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch event {
        case .pairing(let pairing):
            try container.encode(ScannerEventName.pairing.rawValue, forKey: .event)
            try container.encode(pairing, forKey: .data)
        case .test(let test):
            try container.encode(ScannerEventName.test.rawValue, forKey: .event)
            try container.encode(test, forKey: .data)
        case .signal(let signal):
            try container.encode(ScannerEventName.signal.rawValue, forKey: .event)
            try container.encode(signal, forKey: .data)
        case .judgement(let judgement):
            try container.encode(ScannerEventName.judgement.rawValue, forKey: .event)
            try container.encode(judgement, forKey: .data)
        }
    }
}

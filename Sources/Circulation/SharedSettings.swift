import Synchronization

/// Settings that several share, and that may be replaced while they are used.
final class SharedSettings: Sendable {
    private let current: Mutex<CirculationSettings>

    init(_ settings: CirculationSettings) { current = Mutex(settings) }

    var value: CirculationSettings {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

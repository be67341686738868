import Synchronization

/// Settings that several copies of a circulation share, and that can be replaced while in use.
final class SharedSettings: Sendable {
    private let current: Mutex<CirculationSettings>

    init(_ settings: CirculationSettings) { current = Mutex(settings) }

    var value: CirculationSettings {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

import Synchronization

/// The configuration in force; a reload replaces the settings that may change while the daemon runs.
package final class CurrentConfiguration: Sendable {
    private let current: Mutex<Configuration>

    package init(_ configuration: Configuration) { current = Mutex(configuration) }

    package var value: Configuration {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}

import Synchronization

/// Separates the settings of a new configuration that apply immediately from those that need a restart.
package struct ReloadPlan {
    /// The configuration in force after the reload.
    package private(set) var configuration: Configuration
    /// Settings that change immediately.
    package let changed: [String]
    /// Changed settings that need a restart.
    package let refused: [String]

    package init(from current: Configuration, to asked: Configuration) {
        let different = Configuration.settings.filter { $0.differs(current, asked) }
        let applied = different.filter { $0.effect == .onReload }
        configuration = current
        for setting in applied { setting.copy(asked, &configuration) }
        changed = applied.map(\.name)
        refused = different.filter { $0.effect == .onRestart }.map(\.name)
    }
}

/// The configuration in force; a reload replaces the settings that may change while the daemon runs.
package final class CurrentConfiguration: Sendable {
    private let current: Mutex<Configuration>

    package init(_ configuration: Configuration) { current = Mutex(configuration) }

    package var value: Configuration {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// Returns a part of the configuration without copying the rest.
    package func part<Part: Sendable>(_ member: (Configuration) -> Part) -> Part { current.withLock { member($0) } }
}

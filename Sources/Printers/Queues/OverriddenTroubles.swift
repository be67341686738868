import Synchronization

/// Kinds of trouble that a clerk overrides, and which of them the printer reported.
///
/// Only the reported ones are recorded, because overriding other kinds has no effect.
public final class OverriddenTroubles: Sendable, ExpressibleByArrayLiteral {
    private struct State {
        var kinds: Set<String>
        var met: Set<String> = []
    }

    private let state: Mutex<State>

    /// Overrides the kinds named by ``PrintError/kind``.
    public init(_ kinds: some Sequence<String>) { state = Mutex(State(kinds: Set(kinds))) }

    public convenience init(arrayLiteral kinds: String...) { self.init(kinds) }

    /// Kinds that were reported, sorted.
    public var met: [String] { state.withLock { $0.met.sorted() } }

    /// Adds further kinds to override.
    public func add(_ kinds: some Sequence<String>) { state.withLock { $0.kinds.formUnion(kinds) } }

    /// Whether reported trouble of this kind is overridden; records that it was.
    func overrides(_ kind: String) -> Bool {
        state.withLock { state in
            guard state.kinds.contains(kind) else { return false }
            state.met.insert(kind)
            return true
        }
    }

    /// Whether the configured media, which differs from the label, is overridden.
    public func overridesWrongMedia() -> Bool { overrides("wrong-media") }
}

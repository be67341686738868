/// Schedules journal messages about a waiting file: after a minute, and again each time the wait has doubled.
struct WaitReminders {
    static let first = Duration.seconds(60)

    private var said: [String: Duration] = [:]

    /// Whether to report now that the file with this name has waited for `age`.
    mutating func isDue(_ name: String, after age: Duration) -> Bool {
        guard age >= Self.first else { return false }
        if let last = said[name], age >= last, age < last * 2 { return false }
        said[name] = age
        return true
    }

    /// Forgets files that are not in `names`.
    mutating func keep(_ names: Set<String>) {
        guard !said.isEmpty else { return }
        said = said.filter { names.contains($0.key) }
    }
}

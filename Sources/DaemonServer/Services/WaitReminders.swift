/// When the journal says that a file still waits: after a minute, and again each time that it has waited twice as long.
struct WaitReminders {
    static let first = Duration.seconds(60)

    private var said: [String: Duration] = [:]

    /// Whether to say now that the file of this name has waited for `age`.
    mutating func isDue(_ name: String, after age: Duration) -> Bool {
        guard age >= Self.first else { return false }
        if let last = said[name], age >= last, age < last * 2 { return false }
        said[name] = age
        return true
    }

    /// Forgets the files of other names.
    mutating func keep(_ names: Set<String>) {
        guard !said.isEmpty else { return }
        said = said.filter { names.contains($0.key) }
    }
}

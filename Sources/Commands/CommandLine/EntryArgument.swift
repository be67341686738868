import ArgumentParser

/// The number of an entry on the command line, at least 1.
struct EntryArgument: ExpressibleByArgument, Sendable, Hashable {
    let number: Int64

    init?(argument: String) {
        guard let number = Int64(PastedText.trimmed(argument)), number > 0 else { return nil }
        self.number = number
    }
}

import ArgumentParser

/// A maximum number of rows on the command line; 0 means all.
struct ListLimit: ExpressibleByArgument, Sendable, Hashable {
    /// The maximum; nil for all.
    let count: Int?

    init(count: Int?) { self.count = count }

    init?(argument: String) {
        guard let number = Int(argument), number >= 0 else { return nil }
        count = number == 0 ? nil : number
    }

    var defaultValueDescription: String { count.map(String.init) ?? "0" }
}

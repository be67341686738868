import ArgumentParser

/// A barcode on the command line; the daemon says whether it is a right one.
struct BarcodeArgument: ExpressibleByArgument, Sendable, Hashable {
    let text: String

    /// Nil for an empty text, as a script with an unset variable gives.
    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        text = argument
    }
}

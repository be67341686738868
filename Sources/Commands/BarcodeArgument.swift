import ArgumentParser

/// A barcode on the command line; the daemon decides whether it is valid.
struct BarcodeArgument: ExpressibleByArgument, Sendable, Hashable {
    let text: String

    /// The barcode without what was copied around it; nil when nothing is left, as from a script with an unset variable.
    init?(argument: String) {
        text = PastedText.trimmed(argument)
        guard !text.isEmpty else { return nil }
    }
}

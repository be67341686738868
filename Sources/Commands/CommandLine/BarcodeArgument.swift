import ArgumentParser

/// A barcode on the command line; the daemon decides whether it is valid.
struct BarcodeArgument: ExpressibleByArgument, Sendable, Hashable {
    let text: String

    /// Creates the barcode without surrounding characters that were copied with it; nil if nothing is left, for example
    /// from an unset variable in a script.
    init?(argument: String) {
        text = PastedText.trimmed(argument)
        guard !text.isEmpty else { return nil }
    }
}

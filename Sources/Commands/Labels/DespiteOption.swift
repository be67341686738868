import ArgumentParser

/// Trouble that a printer reports and that is not to keep it from printing.
struct DespiteOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Print although the printer reports this kind of trouble, such as out-of-labels; the log keeps that.",
            valueName: "trouble"
        )
    )
    var despite: [String] = []

    /// As requests have it; nil for none.
    var kinds: [String]? { despite.isEmpty ? nil : despite }
}

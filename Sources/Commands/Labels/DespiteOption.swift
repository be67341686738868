import ArgumentParser

/// The option for kinds of printer trouble that do not prevent printing.
struct DespiteOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Print although the printer reports this kind of trouble, such as out-of-labels; the log keeps that.",
            valueName: "trouble"
        )
    )
    var despite: [String] = []

    /// The kinds for a request; nil for none.
    var kinds: [String]? { despite.isEmpty ? nil : despite }
}

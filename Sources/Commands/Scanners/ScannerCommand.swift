import ArgumentParser

/// The subcommands for scanners.
struct ScannerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanner",
        abstract: "List, pair and test scanners.",
        subcommands: [
            ListScannersCommand.self, PairScannerCommand.self, TestScannerCommand.self, ForgetScannerCommand.self,
        ]
    )
}

import ArgumentParser
import DaemonClient

/// Shows one thing of one sort.
struct ShowRecordCommand<Noun: RecordNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show what is registered about one \(Noun.noun.rawValue).",
            discussion: """
                Example:
                  outguide \(Noun.noun.rawValue) show \(Noun.example)

                Where it is now tells “outguide where”.
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.record(Noun.noun, barcode: barcode.text))
    }
}

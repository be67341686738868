import ArgumentParser
import DaemonClient
import Wire

/// Opens an item or a container.
struct UnsealRecordCommand<Noun: KindedNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unseal",
            abstract: "End the seal of one \(Noun.noun.rawValue).",
            discussion: """
                Example:
                  outguide \(Noun.noun.rawValue) unseal \(Noun.example)
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(conditions: NewConditionsRequest(sealed: false))
        try await daemon.change(Noun.noun, barcode.text, change, showing: output)
    }
}

import ArgumentParser
import DaemonClient
import Wire

/// Seals an item or a container.
struct SealRecordCommand<Noun: KindedNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seal",
            abstract: "Say that nobody may open or lend one \(Noun.noun.rawValue).",
            discussion: """
                It may be moved from shelf to shelf; what is in it stays in it. “outguide \(Noun.noun.rawValue) unseal” \
                ends that.

                Example:
                  outguide \(Noun.noun.rawValue) seal \(Noun.example)
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(conditions: NewConditionsRequest(sealed: true))
        try await daemon.change(Noun.noun, barcode.text, change, showing: output)
    }
}

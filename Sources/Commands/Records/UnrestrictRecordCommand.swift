import ArgumentParser
import DaemonClient
import Wire

/// Shows one item or container to everybody again.
struct UnrestrictRecordCommand<Noun: RecordNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unrestrict",
            abstract: "Show one \(Noun.noun.rawValue) to everybody again.",
            discussion: """
                What was sealed by order is shown again by order.

                Example:
                  outguide \(Noun.noun.rawValue) unrestrict \(Noun.example) --reason "age reached"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The order, as its court or agency calls it.", valueName: "reference"))
    var order: String?

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "open", order: order, reason: reason)
        try await output.show(try await daemon.restriction(request, of: Noun.noun, barcode.text))
    }
}

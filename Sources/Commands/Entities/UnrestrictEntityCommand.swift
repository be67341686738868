import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Ends the restriction of one item or container.
struct UnrestrictEntityCommand<Noun: EntityNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.show.outline, API.Restrictions.restrict.outline] }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unrestrict",
            abstract: "Lift the restriction of one \(Noun.noun.rawValue).",
            discussion: """
                A seal remains in force; “outguide \(Noun.noun.rawValue) unseal” lifts it.

                Example:
                  outguide \(Noun.noun.rawValue) unrestrict \(Noun.example) --reason "age reached"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The reference of the order, if there is one.", valueName: "reference"))
    var order: String?

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "open", order: order, reason: reason)
        let what = "\(barcode.text) is not restricted any more"
        try await output.show(try await daemon.restriction(request, of: Noun.noun, barcode.text, sentence: what))
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Lifts the seal of an item or a container by order.
struct UnsealEntityCommand<Noun: EntityNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.show.outline, API.Restrictions.restrict.outline] }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "unseal",
            abstract: "Unseal one \(Noun.noun.rawValue) by order.",
            discussion: """
                A restriction from before the seal applies again. Seals on a container around it or on its contents \
                remain in force.

                Example:
                  outguide \(Noun.noun.rawValue) unseal \(Noun.example) --order 26-CR-7/2 --reason "order vacated"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The reference of the order that lifts it.", valueName: "reference"))
    var order: String

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "unsealed", order: order, reason: reason)
        let what = "\(barcode.text) is unsealed by order \(order)"
        try await output.show(try await daemon.restriction(request, of: Noun.noun, barcode.text, sentence: what))
    }
}

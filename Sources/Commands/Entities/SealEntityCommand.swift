import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Seals an item or a container by order.
struct SealEntityCommand<Noun: EntityNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.show.outline, API.Restrictions.restrict.outline] }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seal",
            abstract: "Seal one \(Noun.noun.rawValue) and its contents by order.",
            discussion: """
                Only supervisors, auditors and administrators still see it. To everybody else its barcode is not \
                registered, whatever they ask; each attempt is recorded. A sealed container covers its contents at any \
                depth while they are in it. “outguide \(Noun.noun.rawValue) unseal” lifts the seal, and “outguide \
                order list” lists seals.

                Example:
                  outguide \(Noun.noun.rawValue) seal \(Noun.example) --order 26-CR-7 --reason "juvenile matter"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("The reference of the court's or agency's order.", valueName: "reference"))
    var order: String

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "sealed", order: order, reason: reason)
        let what = "\(barcode.text) is sealed by order \(order)"
        try await output.show(try await daemon.restriction(request, of: Noun.noun, barcode.text, sentence: what))
    }
}

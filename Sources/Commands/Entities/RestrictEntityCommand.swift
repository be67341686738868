import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

/// Restricts one item or container to staff.
struct RestrictEntityCommand<Noun: EntityNounNaming>: DaemonCommand {
    static var asks: [EndpointOutline] { [Noun.noun.requests.show.outline, API.Restrictions.restrict.outline] }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restrict",
            abstract: "Restrict one \(Noun.noun.rawValue) and its contents to staff.",
            discussion: """
                Readers no longer see it: to them its barcode is not registered, whatever they ask; each attempt is \
                recorded. A restricted container covers its contents at any depth. Use “outguide \(Noun.noun.rawValue) \
                seal” for a sealing order, which also excludes clerks.

                Example:
                  outguide \(Noun.noun.rawValue) restrict \(Noun.example) --reason "personnel file"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    /// The flag that sealed in earlier versions, which is now refused.
    @Flag(help: .hidden)
    var sealed = false

    @Option(help: ArgumentHelp("The reference of the order, if there is one.", valueName: "reference"))
    var order: String?

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard sealed else { return }
        let command = "outguide \(Noun.noun.rawValue) seal \(barcode.text) --order ORDER --reason TEXT"
        throw ValidationError("cannot seal with restrict: say \(command)")
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = RestrictionRequest(level: "restricted", order: order, reason: reason)
        let what = "\(barcode.text) is restricted"
        try await output.show(try await daemon.restriction(request, of: Noun.noun, barcode.text, sentence: what))
    }
}

import ArgumentParser
import DaemonClient
import Wire

/// Keeps one item or container from others.
struct RestrictRecordCommand<Noun: RecordNounNaming>: DaemonCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restrict",
            abstract: "Keep one \(Noun.noun.rawValue) from those who only ask, or from all but a few.",
            discussion: """
                From now on it is there for those who work here, and not for readers. With --sealed, which an order \
                must demand, it is there for supervisors, auditors and administrators alone. Everybody else is told that \
                nothing with this barcode is registered, wherever they ask; that they asked is recorded.

                Examples:
                  outguide \(Noun.noun.rawValue) restrict \(Noun.example) --reason "juvenile matter"
                  outguide \(Noun.noun.rawValue) restrict \(Noun.example) --sealed --order 26-CR-7 --reason "by order"
                """
        )
    }

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Flag(help: "Keep it from clerks too; by order.")
    var sealed = false

    @Option(help: ArgumentHelp("The order, as its court or agency calls it.", valueName: "reference"))
    var order: String?

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if sealed, order == nil { throw ValidationError("it is sealed by order only: name it with --order") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let level = sealed ? "sealed" : "restricted"
        let request = RestrictionRequest(level: level, order: order, reason: reason)
        try await output.show(try await daemon.restriction(request, of: Noun.noun, barcode.text))
    }
}

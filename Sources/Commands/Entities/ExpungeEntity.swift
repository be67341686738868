import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// Requests the expungement of an entity, or carries it out.
struct ExpungeEntityCommand<Noun: EntityNoun>: DaemonCommand {
    static var asks: [EndpointOutline] {
        [Noun.requests.show.outline, API.Expungement.propose.outline, API.Expungement.approve.outline]
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "expunge",
            abstract: Noun.help(.expunge),
            discussion: Message(
                """
                One person requests it with the order of the court or agency and a reason; another carries it out with \
                --approve. Titles, names, reasons and foreign numbers are then erased for good. The entries remain, so \
                that the log still proves what was moved and when.

                Copies are not erased: earlier backups, exports, printed labels, and what a restore kept under \
                “replaced-…” in the state directory still contain the text. Make a new backup and destroy those. \
                Restoring an old backup repeats the expungement.

                Examples:
                  outguide \(Noun.word, "word") expunge \(Noun.example, "example") --order 26-CR-7 --reason sealed
                  outguide \(Noun.word, "word") expunge \(Noun.example, "example") --approve
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(Message("Its barcode."), valueName: Message("barcode", context: "value"))) var barcode:
        BarcodeArgument

    @Option(
        help: ArgumentHelp(
            Message("The reference of the court's or agency's order."),
            valueName: Message("reference", context: "value")
        )
    )
    var order: String?

    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String?
    @Flag(help: ArgumentHelp(Message("Carry out an expungement that another person requested."))) var approve = false
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if approve {
            guard order == nil, reason == nil else {
                throw ValidationError("--approve stands alone: order and reason are those that were asked with")
            }
        } else if order == nil || reason == nil {
            throw ValidationError("ask with --order and --reason, or carry out what another asked for with --approve")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        // The path accepts entities of every type; this checks that the entity has the named one.
        _ = try await daemon.ask(Noun.requests.show, at: barcode.text)
        if let order, let reason {
            try await ask(daemon, ExpungementRequest(order: order, reason: reason), output)
        } else {
            try await carryOut(daemon, output)
        }
    }

    private func ask(_ daemon: DaemonClient, _ request: ExpungementRequest, _ output: Output) async throws {
        let entry = try await daemon.ask(API.Expungement.propose, at: barcode.text, request)
        let number = MessageArgument.number(entry.entry)
        let sentence = Message(
            "entry \(number, "entry") asks for every text about \(barcode.text, "item") to be erased"
        )
        try await output.show(WrittenEntry(entry: entry, sentence: sentence))
        await output.remark(
            Message(
                "nothing is erased yet: it must be approved, by another person unless one is enough here, with "
                    + "“outguide \(Noun.word, "type") expunge \(barcode.text, "item") --approve”"
            )
        )
    }

    private func carryOut(_ daemon: DaemonClient, _ output: Output) async throws {
        let entry = try await daemon.ask(API.Expungement.approve, at: barcode.text)
        let number = MessageArgument.number(entry.entry)
        let sentence = Message(
            "entry \(number, "entry") says that every text about \(barcode.text, "item") was erased"
        )
        try await output.show(WrittenEntry(entry: entry, sentence: sentence))
        if let own = entry.barcode, own != barcode.text {
            await output.remark(
                Message("its barcode is \(own, "item") now; print it with “outguide label print \(own, "item")”")
            )
        }
        await output.remark(
            Message("backups made before still have it: make a new one, and destroy those when the order says so")
        )
    }
}

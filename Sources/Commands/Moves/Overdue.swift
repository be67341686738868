import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

struct OverdueCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.ChargeOuts.list.outline, API.Transits.list.outline] }
    static let configuration = CommandConfiguration(
        commandName: "overdue",
        abstract: Message("List overdue charge-outs."),
        discussion: Message(
            """
            With --all, lists everything that is charged out; with --custodian, only what one person has. With \
            --transit, lists items in transit that were not accepted in time (transitHours in the configuration), or \
            with --all every item in transit.

            Examples:
              outguide overdue
              outguide overdue --all --custodian PN000000001N
              outguide overdue --transit
            """
        )
    )

    @Flag(help: ArgumentHelp(Message("Include charge-outs that are not overdue."))) var all = false

    @Option(
        help: ArgumentHelp(
            Message("Only charge-outs to this custodian."),
            valueName: Message("barcode", context: "value")
        )
    )
    var custodian: BarcodeArgument?

    @Flag(help: ArgumentHelp(Message("List items in transit instead of charge-outs."))) var transit = false

    @Option(
        help:
            ArgumentHelp(
                Message(
                    "At most this many rows, longest overdue first, with --all oldest registration first; 0 for all."
                )
            )
    )
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if transit, custodian != nil { throw ValidationError("--transit and --custodian do not go together") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard !transit else {
            let emptiness =
                all ? Message("nothing is on its way") : Message("nothing is on its way for too long")
            return try await output.show(
                API.Transits.list,
                query: [API.Transits.late.set(!all)],
                of: daemon,
                limit,
                emptiness: emptiness
            )
        }
        let emptiness = all ? Message("nothing is charged out") : Message("nothing is overdue")
        try await output.show(
            API.ChargeOuts.list,
            query: [API.ChargeOuts.custodian.set(custodian?.text), API.ChargeOuts.overdue.set(!all)],
            of: daemon,
            limit,
            emptiness: emptiness
        )
    }
}

extension TransitResource: TableRow {
    package static var columns: [Message] {
        [
            Message("barcode", context: "heading"), Message("kind", context: "heading"),
            Message("title", context: "heading"), Message("from", context: "heading"),
            Message("to", context: "heading"), Message("since", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [barcode, Term.kind(kind), title, from, to, Moment.recent(since).styled(late ? .bad : .plain)]
    }

    package var identifier: String { barcode }
}

import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
package import Terminal
package import Wire

struct WhereCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Whereabouts.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "where",
        abstract: Message("Show where an item is or was, and who has it."),
        discussion: Message(
            """
            Shows the location with everything around it, since when, and the entry that says so. “Seen implied” means \
            that a container of the item was moved later. With --quiet, prints the barcode of the location only.

            With --at, shows where the item was at that time; a day or a minute means its end. Voided entries do not \
            count. \(MomentArgument.forms, "forms")

            Examples:
              outguide where BX0000000014
              outguide where BX0000000014 --at 2026-01-31
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("A barcode of the item."), valueName: Message("barcode", context: "value")))
    var barcode: BarcodeArgument
    @Option(
        help: ArgumentHelp(Message("Show the location at this time."), valueName: Message("time", context: "value")),
        transform: MomentArgument.init
    )
    var at: MomentArgument?
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let whereabouts = try await daemon.ask(
            API.Whereabouts.show,
            at: barcode.text,
            query: [API.Whereabouts.at.set(at?.text)]
        )
        guard let at else { return try await output.show(whereabouts) }
        try await output.show(PastWhereabouts(whereabouts: whereabouts, moment: at.text))
    }
}

/// Where an entity was at a time in the past.
struct PastWhereabouts: Presentable {
    let whereabouts: WhereaboutsResource
    /// The requested time, as written.
    let moment: String

    var document: WhereaboutsResource { whereabouts }
    var lines: [StyledText] { whereabouts.lines(at: moment) }
    var identifiers: [String] { whereabouts.identifiers }
}

extension WhereaboutsResource: Presentable {
    package var lines: [StyledText] { lines(at: nil) }

    /// The barcode of the place, if any.
    package var identifiers: [String] { placement.barcode.map { [$0] } ?? [] }

    /// Returns the lines for the present, or for a time in the past.
    func lines(at moment: String?) -> [StyledText] {
        let headline = StyledText(barcode, .strong) + " " + StyledText(Term.named(kind, title))
        let verb = moment == nil ? placement.verb : placement.pastVerb
        let itself = seen == "implied" && moment == nil
        let now = Message("\(Moment.recent(since), "time") (seen \(Term.sighting(seen), "sighting"))")
        let pairs: [NamedLines.Pair] = [
            (Message("at", context: "heading"), moment.map(Moment.of)),
            (verb, placement.words.styled(placement.kind == "unknown" ? .warning : .strong)),
            (Message("since", context: "heading"), now),
            (
                Message("last seen", context: "heading"),
                itself ? Message("\(Moment.recent(lastSeen), "time"), itself") : nil
            ),
            (Message("due", context: "heading"), due.map(Moment.recent)), (Message("home", context: "heading"), home),
        ]
        return [headline] + NamedLines.of(pairs, indent: "  ")
    }
}

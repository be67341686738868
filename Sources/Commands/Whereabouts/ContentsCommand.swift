import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ContentsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Whereabouts.contents.outline] }
    static var asksWith: [String: [EndpointOutline]] {
        ["--verify": [API.Whereabouts.show.outline, API.Readings.record.outline, API.Stations.endSession.outline]]
    }

    static let configuration = CommandConfiguration(
        commandName: "contents",
        abstract: "List the direct contents of a location, container or custodian.",
        discussion: """
            With --at, lists the contents at that time; a day or a minute means its end. \(MomentArgument.forms)

            With --verify, compares the record with what is there: scan the contents, one per line on standard input. \
            Extra and unknown items are reported at once, missing ones at the end. With --yes, or when you agree, the \
            result is recorded: missing items have no known location, extra ones are here. Exits with 1 when a \
            difference was found and not recorded.

            Examples:
              outguide contents LC000000001H
              outguide contents BX0000000014 --verify
              outguide contents LC000000001H --at 2026-01-31
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the location, container or custodian.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: ArgumentHelp("List the contents at this time.", valueName: "time"))
    var at: MomentArgument?

    @Flag(help: "Compare the record with what is there.")
    var verify = false

    @Flag(help: "With --verify: record the result without asking.")
    var yes = false

    @Option(help: ArgumentHelp("With --verify: the station of the count.", valueName: "name"))
    var station: String?

    @Option(help: "At most this many rows, oldest registration first; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if verify, at != nil { throw ValidationError("--verify and --at do not go together") }
        if !verify, yes || station != nil { throw ValidationError("--yes and --station go with --verify") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard !verify else {
            let count = ContentsVerification(daemon: daemon, output: output, place: barcode.text, isAgreed: yes)
            return try await count.run(at: station)
        }
        try await output.show(
            API.Whereabouts.contents,
            at: barcode.text,
            query: [API.Whereabouts.at.set(at?.text)],
            of: daemon,
            limit,
            emptiness: "\(barcode.text) \(at == nil ? "holds" : "held") nothing"
        )
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
import StationScreen
package import Terminal
package import Wire

/// The subcommands for stations.
struct StationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "station",
        abstract: Message("Show, list and end sessions at stations."),
        subcommands: [
            StationScreenCommand.self, ListStationsCommand.self, ShowStationCommand.self, EndStationCommand.self,
        ],
        defaultSubcommand: StationScreenCommand.self
    )
}

struct ListStationsCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<StationResource>> { API.Stations.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List stations and their open contexts."),
        discussion: Message(
            """
            Lists stations in the configuration, stations with recent scans, and stations with a scanner. With \
            --quiet, prints names only.

            Example:
              outguide station list
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, by name; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("no station has scanned yet") }
}

struct ShowStationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message("Show a station: clerk, open context, last readings."),
        discussion: Message(
            """
            Example:
              outguide station show counter
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Its name."), valueName: Message("station", context: "value"))) var station:
        String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Stations.show, at: station))
    }
}

struct EndStationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.show.outline, API.Stations.endSession.outline] }
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: Message("End the session at a station."),
        discussion: Message(
            """
            Example:
              outguide station end counter
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("Its name."), valueName: Message("station", context: "value"))) var station:
        String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let before = try await daemon.ask(API.Stations.show, at: station)
        try await daemon.ask(API.Stations.endSession, at: station)
        let isOpen = before.context.state != "closed" || before.clerk != nil
        await output.remark(
            isOpen ? Message("\(station, "station") is closed") : Message("nothing was open at \(station, "station")")
        )
    }
}

extension StationResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("station", context: "heading"), Message("clerk", context: "heading"),
            Message("open", context: "heading"), Message("guns", context: "heading"),
            Message("last", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            station, clerk.map { StyledText($0.name) } ?? (signIn ? Message("nobody", context: "clerk").styled : nil),
            context.words, scanners.isEmpty ? nil : scanners.count,
            readings.first.map { OutcomeResource.line(verdict: $0.verdict, message: $0.message) } ?? StyledText(""),
        ]
    }

    package var identifier: String { station }

    package var lines: [StyledText] {
        let now: [NamedLines.Pair] = [
            (
                Message("clerk", context: "heading"),
                clerk.map { Message("\($0.name, "clerk"), since \(Moment.of($0.since), "time")") }
                    ?? Message("nobody is signed in")
            ),
            (Message("open", context: "heading"), context.words),
            (Message("until", context: "heading"), context.expires.map(Moment.of)),
            (Message("awaits", context: "heading"), armed),
        ]
        let supplies: [NamedLines.Pair] = lowSupplies.map {
            (Message("supply", context: "heading"), $0.shortage.styled(.warning))
        }
        let folders: [NamedLines.Pair] = folderTroubles.map { (Message("drop folder", context: "heading"), $0.line) }
        let paper: [NamedLines.Pair] = unprinted.map {
            (Message("paper", context: "heading"), $0.message.styled(.warning))
        }
        let scanners: [NamedLines.Pair] = scanners.map {
            (Message("gun", context: "heading"), Message("\($0.name, "scanner"): \(Term.scanner($0.state), "state")"))
        }
        let waiting =
            queue > 0
            ? Message("{count} reading waits", plural: "{count} readings wait", count: queue).styled(.warning) : nil
        let pairs = now + supplies + folders + paper + scanners + [(Message("queue", context: "heading"), waiting)]
        return [StyledText(station, .strong)] + NamedLines.of(pairs, indent: "  ")
            + readings.map { reading in
                StyledText("  \(Moment.clock(reading.at))  ", .faint)
                    + OutcomeResource.line(verdict: reading.verdict, message: reading.message)
            }
    }
}

extension StationContextResource {
    /// The open context in a few words.
    var words: Message {
        let place = name ?? ""
        let (counted, expected) = (counted ?? 0, expected ?? 0)
        return switch state {
        case "closed": Message("nothing", context: "what is open")
        case "here": Message("here: \(place, "place")")
        case "into": Message("into: \(place, "container")")
        case "with": Message("to: \(place, "holder")")
        case "handing": Message("from \(giverName ?? "", "giver") to \(place, "receiver")")
        case "transit":
            place.isEmpty
                ? Message("in transit", context: "placement") : Message("in transit to \(place, "place")")
        case "counting": Message("counting \(place, "place"), \(counted, "counted") of \(expected, "expected")")
        case "pulling": Message("pulling \(barcode ?? "", "list"), \(counted, "counted") of \(expected, "expected")")
        default: Message(verbatim: state)
        }
    }
}

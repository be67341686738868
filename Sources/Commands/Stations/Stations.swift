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
        abstract: "Show, list and end sessions at stations.",
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
        abstract: "List stations and their open contexts.",
        discussion: """
            Lists stations in the configuration, stations with recent scans, and stations with a scanner. With \
            --quiet, prints names only.

            Example:
              outguide station list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, by name; 0 for all.") var limit = ListLimit(count: nil)
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("no station has scanned yet") }
}

struct ShowStationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a station: clerk, open context, last readings.",
        discussion: """
            Example:
              outguide station show counter
            """
    )

    @Argument(help: ArgumentHelp("Its name.", valueName: "station")) var station: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Stations.show, at: station))
    }
}

struct EndStationCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Stations.show.outline, API.Stations.endSession.outline] }
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End the session at a station.",
        discussion: """
            Example:
              outguide station end counter
            """
    )

    @Argument(help: ArgumentHelp("Its name.", valueName: "station")) var station: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let before = try await daemon.ask(API.Stations.show, at: station)
        try await daemon.ask(API.Stations.endSession, at: station)
        let isOpen = before.context.state != "closed" || before.clerk != nil
        await output.remark(isOpen ? "\(station) is closed" : "nothing was open at \(station)")
    }
}

extension StationResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("station", context: "heading"), Message(Message("clerk", context: "heading"), context: "heading"),
            Message(Message("open", context: "heading"), context: "heading"), Message("guns", context: "heading"),
            Message("last", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            station, clerk?.name ?? (signIn ? "nobody" : ""), context.words,
            scanners.isEmpty ? "" : "\(scanners.count)",
            readings.first.map { OutcomeResource.line(verdict: $0.verdict, message: $0.message) } ?? StyledText(""),
        ]
    }

    package var identifier: String { station }

    package var lines: [StyledText] {
        let now: [NamedLines.Pair] = [
            (
                Message("clerk", context: "heading"),
                clerk.map { "\($0.name), since \(Moment.of($0.since))" } ?? "nobody is signed in"
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
            (Message("gun", context: "heading"), "\($0.name): \($0.state)")
        }
        let waiting = queue > 0 ? StyledText("\(queue) readings wait", .warning) : nil
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
    var words: String {
        let place = name ?? ""
        return switch state {
        case "closed": "nothing"
        case "here": "here: \(place)"
        case "into": "into: \(place)"
        case "with": "to: \(place)"
        case "handing": "from \(giverName ?? "") to \(place)"
        case "transit": place.isEmpty ? "in transit" : "in transit to \(place)"
        case "counting": "counting \(place), \(counted ?? 0) of \(expected ?? 0)"
        case "pulling": "pulling \(barcode ?? ""), \(counted ?? 0) of \(expected ?? 0)"
        default: state
        }
    }
}

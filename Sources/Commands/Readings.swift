import ArgumentParser
import CommandBasics
import DaemonClient
package import Terminal
package import Wire

/// The subcommands for readings.
struct ReadingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: "List and show stored readings.",
        subcommands: [ListReadingsCommand.self, ShowReadingCommand.self]
    )
}

struct ListReadingsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Readings.list.outline] }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List readings, newest first.",
        discussion: """
            Every reading of every scanner is kept as it came, refused or not. With --quiet, prints numbers only.

            Example:
              outguide reading list --limit 20
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, newest first; 0 for all.") var limit = ListLimit(count: API.standardPage)
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(API.Readings.list, of: daemon, limit, emptiness: "nothing was ever read")
    }
}

struct ShowReadingCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Readings.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one reading: bytes, scanner and outcome.",
        discussion: """
            Example:
              outguide reading show 4711
            """
    )

    @Argument(help: ArgumentHelp("Its number, as outcomes and entries show it.", valueName: "number")) var number: Int64
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if number < 1 { throw ValidationError("a reading has a number from 1 on") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Readings.show, at: String(number)))
    }
}

extension ReadingResource: Presentable, TableRow {
    package static var columns: [String] { ["reading", "at", "station", "gun", "code", "verdict", "kind"] }

    package var cells: [StyledText] {
        [
            StyledText(String(reading)), StyledText(Moment.of(occurredAt)), StyledText(station), StyledText(source),
            StyledText(shown), StyledText(verdict ?? "waits", style), StyledText(kind ?? ""),
        ]
    }

    package var identifier: String { String(reading) }
    package var identifiers: [String] { [identifier] }

    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [
            ("code", StyledText(shown, .strong)), ("bytes", StyledText(bytes)), ("read", StyledText(occurredAt)),
            ("stored", StyledText(recordedAt)), ("station", StyledText(station)), ("by", StyledText(principal)),
        ]
        func add(_ name: String, _ value: String?) {
            if let value { pairs.append((name, StyledText(value))) }
        }
        add("gun", scanner)
        add("came as", transport)
        add("device", device)
        add("port", port)
        add("ended by", ending)
        add("symbol", symbology)
        add("role", role)
        add("file", batch.map(String.init))
        pairs.append(("verdict", StyledText(verdict ?? "waits", style)))
        add("kind", kind)
        add("entry", entry.map(String.init))
        return NamedLines.of(pairs)
    }

    private var source: String { scanner ?? transport ?? "" }
    private var shown: String { text ?? "(\(bytes) in base64)" }

    private var device: String? {
        guard let vendor, let product, !vendor.isEmpty || !product.isEmpty else { return nil }
        return "\(vendor):\(product)" + (serial.map { ":\($0)" } ?? "")
    }

    private var style: TextStyle {
        switch verdict {
        case "accepted": .good
        case "refused": .bad
        default: .warning
        }
    }
}

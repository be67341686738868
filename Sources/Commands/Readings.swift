import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
import Vocabulary
package import Wire

/// The subcommands for readings.
struct ReadingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract: Message("List and show stored readings."),
        subcommands: [ListReadingsCommand.self, ShowReadingCommand.self]
    )
}

struct ListReadingsCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<ReadingResource>> { API.Readings.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List readings, newest first."),
        discussion: Message(
            """
            Every reading of every scanner is kept as it came, refused or not. With --quiet, prints numbers only.

            Example:
              outguide reading list --limit 20
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, newest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("nothing was ever read") }
}

struct ShowReadingCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Readings.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message("Show one reading: bytes, scanner and outcome."),
        discussion: Message(
            """
            Example:
              outguide reading show 4711
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("Its number, as outcomes and entries show it."),
            valueName: Message("number", context: "value")
        )
    ) var number: Int64
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if number < 1 { throw ValidationError("a reading has a number from 1 on") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Readings.show, at: String(number)))
    }
}

extension ReadingResource: Presentable, TableRow {
    package static var columns: [Message] {
        [
            Message("reading", context: "heading"), Message("at", context: "heading"),
            Message("station", context: "heading"), Message("gun", context: "heading"),
            Message("code", context: "heading"), Message("verdict", context: "heading"),
            Message("kind", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [reading, Moment.of(occurredAt), station, source, shown, shownVerdict.styled(style), kind]
    }

    package var identifier: String { String(reading) }

    package var lines: [StyledText] {
        NamedLines.of([
            (Message("code", context: "heading"), shown.styled(.strong)), (Message("bytes", context: "heading"), bytes),
            (Message("read", context: "heading"), Self.second(occurredAt)),
            (Message("stored", context: "heading"), Self.second(recordedAt)),
            (Message("station", context: "heading"), station), (Message("by", context: "heading"), principal),
            (Message("gun", context: "heading"), scanner), (Message("came as", context: "heading"), transport),
            (Message("device", context: "heading"), device),
            (Message("port", context: "heading"), port), (Message("ended by", context: "heading"), ending),
            (Message("symbol", context: "heading"), symbology), (Message("role", context: "heading"), role),
            (Message("file", context: "heading"), batch),
            (Message("verdict", context: "heading"), shownVerdict.styled(style)),
            (Message("kind", context: "heading"), kind), (Message("entry", context: "heading"), entry),
        ])
    }

    private var source: String { scanner ?? transport ?? "" }
    private var shown: String { text ?? Message("(\(bytes, "bytes") in base64)").shown }
    private var shownVerdict: Message { verdict.map(Term.verdict) ?? Message("waits", context: "verdict") }

    /// Returns an RFC 3339 time to the second, and in the locale `C` unchanged.
    private static func second(_ time: String) -> Message {
        guard Reader.current.localizer.format.tag != .plain, let instant = Timestamp(rfc3339: time) else {
            return Message(verbatim: time)
        }
        return Message("{time}", context: "date and time", ["time": .second(instant)])
    }

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

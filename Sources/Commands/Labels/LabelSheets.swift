import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for sheets of labels.
struct LabelSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: Message("List partly used label sheets, and record a fresh one."),
        discussion: Message(
            """
            The used cells of a sheet are remembered for each template and printer, and the next labels follow them. \
            “--start-cell” and “--new-sheet” of “outguide label print” override this.
            """
        ),
        subcommands: [ListLabelSheetsCommand.self, ResetLabelSheetCommand.self]
    )
}

struct ListLabelSheetsCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<LabelSheetResource>> { API.LabelSheets.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List partly used label sheets."),
        discussion: Message(
            """
            Example:
              outguide label sheet list
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, by template; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("no sheet is begun") }
}

struct ResetLabelSheetCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelSheets.reset.outline] }
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: Message("Record that a fresh label sheet is loaded."),
        discussion: Message(
            """
            Example:
              outguide label sheet reset avery-l7160 --printer office
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The template that the sheet is for."),
            valueName: Message("template", context: "value")
        )
    ) var template: String

    @Option(
        help: ArgumentHelp(
            Message("The printer of the sheet; by default every printer."),
            valueName: Message("name", context: "value")
        )
    )
    var printer: String?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let sheet = LabelSheetResetRequest(template: template, printer: printer)
        _ = try await daemon.ask(API.LabelSheets.reset, sheet)
        await output.remark(Message("the next labels of \(template, "template") begin a fresh sheet"))
    }
}

extension LabelSheetResource: TableRow {
    package static var columns: [Message] {
        [
            Message("template", context: "heading"), Message("printer", context: "heading"),
            Message("used cells", context: "heading"),
        ]
    }

    package var cells: [any Cell] { [template, printer, Self.ranges(used)] }

    package var identifier: String { template }

    /// Returns ranges such as `1-5, 7`.
    private static func ranges(_ cells: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for cell in cells.sorted() {
            if let last = ranges.last, cell == last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...cell
            } else {
                ranges.append(cell...cell)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ", ")
    }
}

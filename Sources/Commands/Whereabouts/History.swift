import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

struct HistoryCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<EntryResource>> { API.Whereabouts.history }
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: Message("Show the history of an item, newest first."),
        discussion: Message(
            """
            “implied” marks entries that moved a container of the item. “back-dated” marks entries whose time was \
            stated afterwards. Entries “voided by” a later entry no longer count. With --quiet, prints entry numbers \
            only.

            --since and --until limit the list to a period, including both ends; a minute or a day is included whole. \
            \(MomentArgument.forms, "forms")

            Examples:
              outguide history FD0000000018 --limit 20
              outguide history FD0000000018 --since 2026-01-01 --until 2026-01-31
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("A barcode of the item."), valueName: Message("barcode", context: "value")))
    var barcode: BarcodeArgument
    @Option(
        help: ArgumentHelp(
            Message("Only entries at or after this time."),
            valueName: Message("time", context: "value")
        ),
        transform: MomentArgument.init
    )
    var since: MomentArgument?
    @Option(
        help: ArgumentHelp(
            Message("Only entries at or before this time."),
            valueName: Message("time", context: "value")
        ),
        transform: MomentArgument.init
    )
    var until: MomentArgument?
    @Option(help: ArgumentHelp(Message("At most this many entries, newest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var segment: String? { barcode.text }

    var query: [Parameter.Argument] {
        [API.Whereabouts.since.set(since?.text), API.Whereabouts.until.set(until?.text)]
    }

    var emptiness: Message {
        since == nil && until == nil
            ? Message("nothing has happened to \(barcode.text, "item")")
            : Message("nothing has happened to \(barcode.text, "item") in that period")
    }
}

extension EntryResource: TableRow {
    package static var columns: [Message] {
        [
            Message("entry", context: "heading"), Message("when", context: "heading"),
            Message("what", context: "heading"), Message("from", context: "heading"), Message("to", context: "heading"),
            Message("by", context: "heading"), Message("station", context: "heading"),
            Message("reason", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [entry, Moment.recent(occurredAt), what, from?.words, to?.words, PrincipalName.of(principal), station, why]
    }

    package var identifier: String { String(entry) }

    /// The order, the reason and the note, if any.
    var why: StyledText {
        let order = order.map { Message("order \($0, "order")").shown }
        return StyledText([order, reason, note].compactMap(\.self).joined(separator: ": "))
    }

    /// The kind, with marks such as implied, back-dated or voided.
    private var what: StyledText {
        var marks: [Message] = []
        if seen == "implied" { marks.append(Term.sighting(seen)) }
        if backDated { marks.append(Message("back-dated", context: "mark of an entry")) }
        if let voidedBy {
            marks.append(Message("voided by \(.number(voidedBy), "entry")", context: "mark of an entry"))
        }
        let list = marks.map(\.shown).joined(separator: ", ")
        let text = Term.entry(kind).shown + (marks.isEmpty ? "" : " (\(list))")
        return StyledText(text, voidedBy == nil ? .plain : .faint)
    }
}

import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

struct SearchCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<SearchHitResource>> { API.Search.find }
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: Message("Find items by barcode and title, and documents by their text."),
        discussion: Message(
            """
            An item with that barcode comes first, followed by everything that contains all of the words, newest \
            first. Case and accents do not matter. The text of scanned pages is searched if the daemon recognises it \
            (textLanguages).

            Example:
              outguide search smith lease
              outguide search bx0000000014
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The words to find."))) var words: [String]
    @Option(help: ArgumentHelp(Message("At most this many rows, newest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.Search.q.set(words.joined(separator: " "))] }
    var emptiness: Message { Message("nothing has these words") }
    var gap: Message { Message("some of the newest titles cannot be searched yet; search again in a moment") }
}

extension SearchHitResource: TableRow {
    package static var columns: [Message] {
        [
            Message("barcode", context: "heading"), Message("title", context: "heading"),
            Message("found in", context: "heading"), Message("text", context: "heading"),
        ]
    }

    package var cells: [any Cell] { [barcode, title, place, snippet] }

    package var identifier: String { barcode }

    /// `barcode`, `title`, or `document 12, page 3`.
    private var place: Message {
        guard let entry, let page else { return Term.finding(foundIn) }
        return Message("document \(.number(entry), "document"), page \(page, "page")")
    }
}

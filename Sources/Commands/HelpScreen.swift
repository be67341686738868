import Localization
import Terminal

/// The parser's help, with its own words in the language of the reader.
///
/// Commands provide their texts translated; the parser adds headings and a few phrases in English.
enum HelpScreen {
    /// Returns the parser's text with its own words translated.
    static func text(_ help: String) -> String {
        help.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }

    private static func line(_ line: String) -> String {
        for (heading, message) in headings where line.hasPrefix(heading + ":") {
            return message.shown.uppercased() + line.dropFirst(heading.count)
        }
        // The heading of a group of commands.
        if line.hasSuffix(" SUBCOMMANDS:"), line == line.uppercased() {
            return line.replacing(" SUBCOMMANDS:", with: ":")
        }
        if let match = line.wholeMatch(of: #/  See '(.+)' for detailed help\./#) {
            return "  " + Message("“\(match.1, "command")” explains a command.").shown
        }
        return line.replacing("Show the version.", with: Message("Show the version.").shown)
            .replacing("Show help information.", with: Message("Show this help.").shown)
            .replacing(#/\(default: ([^)]+)\)/#) { "(" + Message("default: \($0.1, "value")").shown + ")" }
    }

    private static var headings: [(String, Message)] {
        [
            ("OVERVIEW", Message("Overview", context: "heading of help")),
            ("USAGE", Message("Usage", context: "heading of help")),
            ("ARGUMENTS", Message("Arguments", context: "heading of help")),
            ("OPTIONS", Message("Options", context: "heading of help")),
            ("SUBCOMMANDS", Message("Commands", context: "heading of help")),
        ]
    }
}

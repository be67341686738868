import Localization
import Terminal

/// The answer to a question that ends with `[y/N]`.
enum Answer {
    /// Whether a line of input begins with a letter for yes: `y`, or one of those of the reader's language.
    static func isYes(_ line: String?) -> Bool {
        guard let line, let first = line.lowercased().first else { return false }
        return ["y", Message("y", context: "answer for yes").shown.lowercased()].contains(String(first))
    }
}

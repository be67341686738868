/// A non-empty line of standard input.
enum InputLine: Sendable, Hashable {
    /// The text without its line end; bytes that are not UTF-8 are replaced by U+FFFD.
    case text(String)
    /// A line that is longer than a reading may be, which was discarded.
    case tooLong
}

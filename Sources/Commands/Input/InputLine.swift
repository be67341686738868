/// A line of standard input that is not empty.
enum InputLine: Sendable, Hashable {
    /// Without its end; bytes that are not UTF-8 have become U+FFFD.
    case text(String)
    /// More bytes than a reading may have, thrown away.
    case tooLong
}

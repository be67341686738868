/// How to treat lines that an earlier file seems to contain.
public enum BatchRepetition: Sendable, Hashable {
    /// Skip them.
    ///
    /// A file is refused if they cannot be identified with certainty.
    case detected
    /// Treat them as the lines of the earlier file, even if their order or what follows them differs.
    case same
    /// Treat every line as a new reading.
    ///
    /// A file is taken once for each text.
    case again(String)
}

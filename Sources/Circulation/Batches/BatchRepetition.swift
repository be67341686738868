/// What is to happen with lines that an earlier file seems to have had.
public enum BatchRepetition: Sendable, Hashable {
    /// They are not taken again; a file of which that cannot be said for sure is refused.
    case detected
    /// They are those of the earlier file, also where another end or another order follows.
    case same
    /// They were read again: every line is a new one, once for each such text.
    case again(String)
}

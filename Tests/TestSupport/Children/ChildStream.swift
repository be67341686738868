/// Where a standard stream of a child leads.
public enum ChildStream: Sendable {
    case null
    /// A pipe to the test.
    case pipe
    /// An open file, which stays the caller's.
    case descriptor(CInt)
}

/// The role that a portable terminal's file states for a reading.
public enum ReadingRole: String, Sendable, Hashable, CaseIterable {
    /// A place, to which the following items go: `S…` in the Content Manager format.
    case place
    /// An item or container, which goes to the preceding place: `R…`.
    case thing
}

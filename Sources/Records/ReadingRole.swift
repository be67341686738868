/// What a file of a portable terminal says that a reading is.
public enum ReadingRole: String, Sendable, Hashable, CaseIterable {
    /// The place that what follows goes to: `S…` of the Content Manager format.
    case place
    /// A thing that goes to the place before it: `R…`.
    case thing
}

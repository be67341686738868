/// What a request takes most of; requests of one kind wait for one another, and for no others.
enum WorkKind: Sendable, Hashable, CaseIterable {
    /// Reads a page of a list.
    case list
    /// Goes through the index of words or the tree of the log, for a search, a proof or a tile.
    case search
    /// Draws labels or pages, or reads their templates.
    case drawing
    /// Reads whole files or directories, or asks other programs.
    case file
}

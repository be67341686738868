/// The main resource that a request uses; requests wait only for others of the same kind.
public enum WorkKind: Sendable, Hashable, CaseIterable {
    /// Reads a page of a list.
    case list
    /// Reads the search index or the tree of the log, for a search, a proof or a tile.
    case search
    /// Draws labels or pages, or reads their templates.
    case drawing
    /// Reads whole files or directories, or queries other programs.
    case file
}

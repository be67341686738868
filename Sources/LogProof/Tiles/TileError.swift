/// The reason why a tile does not exist or its bytes are not valid.
public enum TileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path is not one of a hash tile or an entry bundle.
    case malformedPath
    /// No tree has a tile of this level, index or width.
    case outOfRange
    /// An entry of this many bytes does not fit into a bundle.
    case entryTooLarge(index: Int64, bytes: Int)
    /// The bytes are truncated or too long.
    case malformedBytes

    public var description: String {
        switch self {
        case .malformedPath: "cannot read the tile path, it is like tile/0/x001/234 or tile/entries/000.p/17"
        case .outOfRange: "cannot have such a tile, no tree is that large"
        case .entryTooLarge(let index, let bytes):
            "cannot export entry \(index + 1) of \(bytes) bytes, a bundle holds at most \(Tile.largestEntry) of each"
        case .malformedBytes: "cannot read the tile, it is cut short or too long"
        }
    }
}

extension Tile {
    /// The path below the export directory, such as `tile/0/x001/x234/067`, with `.p/17` for a partial tile.
    public var path: String {
        var groups: [Int64] = [index % 1_000]
        var rest = index / 1_000
        while rest > 0 {
            groups.append(rest % 1_000)
            rest /= 1_000
        }
        let number = groups.enumerated().reversed().map { place, group in
            let digits = String(group)
            return (place == 0 ? "" : "x") + String(repeating: "0", count: 3 - digits.utf8.count) + digits
        }
        let kind =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        return "tile/\(kind)/" + number.joined(separator: "/") + (width == Self.fullWidth ? "" : ".p/\(width)")
    }

    /// Parses only the exact form of ``path``; throws ``TileError``.
    public init(path: String) throws(TileError) {
        guard path.utf8.count <= 64 else { throw .malformedPath }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        guard parts.popFirst() == "tile", let kind = parts.popFirst() else { throw .malformedPath }
        var width = Self.fullWidth
        if let number = parts.dropLast().last, number.hasSuffix(".p"), let text = parts.popLast() {
            guard let partial = Int(text), partial < Self.fullWidth else { throw .malformedPath }
            width = partial
            parts[parts.endIndex - 1] = number.dropLast(2)
        }
        var index: Int64 = 0
        for part in parts {
            guard part.utf8.count <= 4, let group = Int64(part.drop { $0 == "x" }), index < TreeHead.largestSize / 1_000
            else {
                throw .malformedPath
            }
            index = index * 1_000 + group
        }
        try self.init(try Self.content(of: kind), index: index, width: width)
        // Each tile has one path, so the result must produce the same text.
        guard self.path.utf8.elementsEqual(path.utf8) else { throw .malformedPath }
    }

    private static func content(of kind: Substring) throws(TileError) -> Content {
        if kind == "entries" { return .entries }
        guard let level = Int(kind) else { throw .malformedPath }
        return .hashes(level: level)
    }
}

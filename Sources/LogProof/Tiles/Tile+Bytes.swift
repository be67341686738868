extension Tile {
    /// Returns the bytes of the file, from stored nodes or entry bodies; only one of the closures is called.
    ///
    /// `node` returns complete nodes, `entry` the body of the leaf at an index (its entry number less one). Throws
    /// ``TileError/entryTooLarge(index:bytes:)`` and what the closures throw.
    public func bytes(
        node: (TreeNodeID) throws -> TreeHash,
        entry: (Int64) throws -> [UInt8]
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        switch content {
        case .hashes(let level):
            bytes.reserveCapacity(width * TreeHash.length)
            for index in members { bytes += try node(TreeNodeID(level: level * 8, index: index)).bytes }
        case .entries:
            for index in members {
                let body = try entry(index)
                guard let length = UInt16(exactly: body.count) else {
                    throw TileError.entryTooLarge(index: index, bytes: body.count)
                }
                bytes.append(UInt8(length >> 8))
                bytes.append(UInt8(length & 255))
                bytes += body
            }
        }
        return bytes
    }

    /// Returns the hashes in the bytes of a hash tile; throws ``TileError/malformedBytes``.
    public func hashes(in bytes: [UInt8]) throws(TileError) -> [TreeHash] {
        guard case .hashes = content, bytes.count == width * TreeHash.length else { throw .malformedBytes }
        return stride(from: 0, to: bytes.count, by: TreeHash.length).compactMap {
            TreeHash(bytes[$0..<$0 + TreeHash.length])
        }
    }

    /// Returns the entry bodies in the bytes of an entry bundle; throws ``TileError/malformedBytes``.
    public func entries(in bytes: [UInt8]) throws(TileError) -> [[UInt8]] {
        guard case .entries = content else { throw .malformedBytes }
        var rest = bytes[...]
        var entries: [[UInt8]] = []
        for _ in 0..<width {
            guard let high = rest.popFirst(), let low = rest.popFirst() else { throw .malformedBytes }
            let length = Int(high) << 8 | Int(low)
            guard length <= rest.count else { throw .malformedBytes }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        guard rest.isEmpty else { throw .malformedBytes }
        return entries
    }
}

import LogProof
import Testing

@Suite struct TileTests {
    @Test(arguments: [
        ("tile/0/x001/x234/067", Tile.Content.hashes(level: 0), Int64(1_234_067), 256),
        ("tile/0/000", .hashes(level: 0), 0, 256),
        ("tile/1/999.p/255", .hashes(level: 1), 999, 255),
        ("tile/entries/x001/000.p/1", .entries, 1_000, 1),
        ("tile/7/000.p/63", .hashes(level: 7), 0, 63),
    ])
    func pathsAreThoseOfTheSpecification(path: String, content: Tile.Content, index: Int64, width: Int) throws {
        let tile = try Tile(content, index: index, width: width)
        #expect(tile.path == path)
        #expect(try Tile(path: path) == tile)
    }

    @Test(arguments: [
        "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/1", "tile/0/0000", "tile/0/x000/001", "tile/0/x001/1",
        "tile/0/001/002", "tile/0/x001", "tile/0/xx01", "tile/00/001", "tile/8/001", "tile/-1/001", "tile/+1/001",
        "tile/a/001", "tile/entries", "tile/0/001.p", "tile/0/001.p/", "tile/0/001.p/0", "tile/0/001.p/256",
        "tile/0/001.p/01", "tile/0/001.p/+1", "tile/0/001/", "/tile/0/001", "tile/0/-01", "tile/0/+01", "tile//0/001",
        "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/9223372036854775807", "tile/0/001/..", "tile/0/001.p/-1",
        "tile/0/.p/1", "tile/.p/1", "tile/0/\u{0661}\u{0661}\u{0661}", "checkpoint",
    ])
    func otherPathsAreRefused(path: String) {
        #expect(throws: TileError.self) { try Tile(path: path) }
    }

    @Test func theTreeOfTheSpecificationHasItsTiles() throws {
        let tiles = Array(try TileSequence(ofTreeSize: 70_000))
        let counts = Dictionary(grouping: tiles) { "\($0.content) \($0.width)" }.mapValues(\.count)
        #expect(
            counts == [
                "entries 256": 273, "entries 112": 1, "hashes(level: 0) 256": 273, "hashes(level: 0) 112": 1,
                "hashes(level: 1) 256": 1, "hashes(level: 1) 17": 1, "hashes(level: 2) 1": 1,
            ]
        )
        #expect(Set(tiles).count == tiles.count)
        #expect(
            try TileSequence(ofTreeSize: 256).map(\.path) == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]
        )
        #expect(try TileSequence(ofTreeSize: 0).map(\.path).isEmpty)
        #expect(try TileSequence(ofTreeSize: 1).map(\.path) == ["tile/entries/000.p/1", "tile/0/000.p/1"])
    }

    @Test func growthNamesTheTilesThatAreNew() throws {
        let sizes: [Int64] = [0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000]
        for new in sizes {
            let whole = Set(try TileSequence(ofTreeSize: new))
            for old in sizes where old <= new {
                let before = Set(try TileSequence(ofTreeSize: old))
                #expect(Set(try TileSequence(ofTreeSize: new, beyond: old)) == whole.subtracting(before))
            }
        }
        #expect(throws: TreeError.notEarlier(old: 5, new: 4)) { try TileSequence(ofTreeSize: 4, beyond: 5) }
        #expect(throws: TreeError.sizeOutOfRange(-1)) { try TileSequence(ofTreeSize: -1) }
        var largest = try TileSequence(ofTreeSize: .max >> 1, beyond: (.max >> 1) - 1)
        var count = 0
        while largest.next() != nil { count += 1 }
        #expect(count == 2)
    }

    @Test func tilesHoldHashesAndEntries() throws {
        let log = try SampleLog(size: 600, signer: SampleLog.signer())
        for tile in try TileSequence(ofTreeSize: log.size) {
            let bytes = try log.bytes(of: tile)
            switch tile.content {
            case .hashes(let level):
                let nodes = try tile.members.map { try log.store.read(TreeNodeID(level: 8 * level, index: $0)) }
                #expect(bytes == nodes.flatMap(\.bytes))
                #expect(bytes.count == 32 * tile.width)
                #expect(throws: TileError.malformedBytes) { try tile.entries(in: bytes) }
            case .entries:
                #expect(try tile.entries(in: bytes) == tile.members.map { log.bodies[Int($0)] })
                #expect(throws: TileError.malformedBytes) { try tile.entries(in: Array(bytes.dropLast())) }
                #expect(throws: TileError.malformedBytes) { try tile.entries(in: bytes + [0, 0]) }
            }
        }
    }

    @Test func lengthsAreBigEndianAndBounded() throws {
        let tile = try Tile(.entries, index: 0, width: 2)
        let noNode: (TreeNodeID) throws -> TreeHash = { throw NodeStore.Missing(id: $0) }
        let bodies = [[UInt8](repeating: 1, count: 258), []]
        let bytes = try tile.bytes(node: noNode) { bodies[Int($0)] }
        #expect(bytes == [1, 2] + bodies[0] + [0, 0])
        let largest = [UInt8](repeating: 7, count: Tile.largestEntry)
        #expect(try tile.entries(in: tile.bytes(node: noNode) { _ in largest }) == [largest, largest])
        #expect(throws: TileError.entryTooLarge(index: 1, bytes: Tile.largestEntry + 1)) {
            try tile.bytes(node: noNode) { $0 == 0 ? [] : largest + [7] }
        }
    }
}

import LogProof
import Testing

/// Every tree up to 130 leaves against the definitions of RFC 9162.
@Suite struct TreeTests {
    static let most = 130
    let leaves: [[UInt8]] = (0..<most).map { [UInt8(truncatingIfNeeded: $0), 0xA5, UInt8($0 / 7)] }

    /// All nodes of a tree with 130 leaves, and the heads on the way.
    private func grown() -> (store: NodeStore, heads: [TreeHead]) {
        let store = NodeStore()
        var frontier = TreeFrontier()
        var heads = [frontier.head]
        for leaf in leaves {
            store.store(frontier.append(TreeHash(ofLeaf: leaf)))
            heads.append(frontier.head)
        }
        return (store, heads)
    }

    @Test func headsAreThoseOfTheDefinition() throws {
        let naive = NaiveTree(leaves: leaves)
        let (store, heads) = grown()
        for size in 0...Self.most {
            #expect(heads[size] == (try naive.head(size)))
            #expect(try TreeHead(size: Int64(size), reading: store.read) == heads[size])
        }
    }

    @Test func eachCompleteNodeArisesOnceWhenItsLastLeafDoes() throws {
        let naive = NaiveTree(leaves: leaves)
        let store = NodeStore()
        var frontier = TreeFrontier()
        for (index, leaf) in leaves.enumerated() {
            let nodes = frontier.append(TreeHash(ofLeaf: leaf))
            let completed = 0...(index + 1).trailingZeroBitCount
            #expect(nodes.map(\.id) == completed.map { TreeNodeID(level: $0, index: Int64(index >> $0)) })
            for node in nodes {
                let width = 1 << node.id.level
                let start = Int(node.id.index) * width
                #expect(start + width == index + 1)
                #expect(node.hash == naive.hash(start..<start + width))
            }
            store.store(nodes)
        }
        #expect(!store.wasWrittenTwice)
        // 130 leaves and, at each level above, one node for each pair below: 65, 32, 16, 8, 4, 2, 1.
        #expect(store.nodes.count == 130 + 128)
    }

    @Test func aFrontierReadBackGoesOnAsBefore() throws {
        let (store, heads) = grown()
        for size in 0..<Self.most {
            var frontier = try TreeFrontier(size: Int64(size), reading: store.read)
            #expect(frontier.head == heads[size])
            let nodes = frontier.append(TreeHash(ofLeaf: leaves[size]))
            for node in nodes { #expect(try store.read(node.id) == node.hash) }
            #expect(frontier.head == heads[size + 1])
        }
    }

    @Test func inclusionProofsAreThoseOfTheDefinition() throws {
        let naive = NaiveTree(leaves: leaves)
        let (store, heads) = grown()
        for size in 1...Self.most {
            for leaf in 0..<size {
                let before = store.reads
                let proof = try InclusionProof(ofLeaf: Int64(leaf), treeSize: Int64(size), reading: store.read)
                #expect(store.reads - before <= 16)
                #expect(proof.hashes == naive.path(leaf, in: 0..<size))
                try proof.verify(TreeHash(ofLeaf: leaves[leaf]), in: heads[size])
                #expect(throws: TreeError.self) {
                    try proof.verify(TreeHash(ofLeaf: leaves[(leaf + 1) % Self.most]), in: heads[size])
                }
            }
        }
    }

    @Test func consistencyProofsAreThoseOfTheDefinition() throws {
        let naive = NaiveTree(leaves: leaves)
        let (store, heads) = grown()
        let other = TreeHash(ofLeaf: [1, 2, 3] as [UInt8])
        for new in 0...Self.most {
            for old in 0...new {
                let before = store.reads
                let proof = try ConsistencyProof(from: Int64(old), to: Int64(new), reading: store.read)
                #expect(store.reads - before <= 16)
                #expect(proof.hashes == (old == 0 ? [] : naive.subproof(old, in: 0..<new)))
                try proof.verify(from: heads[old], to: heads[new])
                let forgedOld = try TreeHead(size: Int64(old), root: other)
                #expect(throws: TreeError.self) { try proof.verify(from: forgedOld, to: heads[new]) }
                // Nobody can tell from the empty tree what came after it.
                if old > 0 || new == 0 {
                    let forgedNew = try TreeHead(size: Int64(new), root: other)
                    #expect(throws: TreeError.self) { try proof.verify(from: heads[old], to: forgedNew) }
                }
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func alteredProofsAreRefused(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let (store, heads) = grown()
        for _ in 0..<400 {
            let new = Int64.random(in: 2...Int64(Self.most), using: &generator)
            let old = Int64.random(in: 1..<new, using: &generator)
            let inclusion = try InclusionProof(ofLeaf: old, treeSize: new, reading: store.read)
            let consistency = try ConsistencyProof(from: old, to: new, reading: store.read)
            let altered = (Self.altered(inclusion.hashes, &generator), Self.altered(consistency.hashes, &generator))
            if altered.0 != inclusion.hashes {
                let proof = InclusionProof(leafIndex: old, treeSize: new, hashes: altered.0)
                let leaf = TreeHash(ofLeaf: leaves[Int(old)])
                #expect(throws: TreeError.self, "seed \(seed)") { try proof.verify(leaf, in: heads[Int(new)]) }
            }
            if altered.1 != consistency.hashes {
                let proof = ConsistencyProof(oldSize: old, newSize: new, hashes: altered.1)
                #expect(throws: TreeError.self, "seed \(seed)") {
                    try proof.verify(from: heads[Int(old)], to: heads[Int(new)])
                }
            }
        }
    }

    private static func altered(_ hashes: [TreeHash], _ generator: inout SeededGenerator) -> [TreeHash] {
        var hashes = hashes
        let place = Int.random(in: 0...hashes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: hashes.insert(.ofEmptyTree, at: place)
        case 1: if place < hashes.count { hashes.remove(at: place) }
        case 2: if place < hashes.count { hashes[place] = TreeHash(ofLeaf: hashes[place].bytes) }
        default: hashes.reverse()
        }
        return hashes
    }

    @Test func proofsAreBoundToTheirPlace() throws {
        let (store, heads) = grown()
        for size in 2...Int64(Self.most) {
            let proof = try InclusionProof(ofLeaf: 1, treeSize: size, reading: store.read)
            let leaf = TreeHash(ofLeaf: leaves[1])
            for index in -1...size where index != 1 {
                let moved = InclusionProof(leafIndex: index, treeSize: size, hashes: proof.hashes)
                #expect(throws: TreeError.self) { try moved.verify(leaf, in: heads[Int(size)]) }
            }
        }
    }

    @Test func sizesOutOfRangeAreRefused() throws {
        let store = NodeStore()
        for size in [Int64.min, -1, TreeHead.largestSize + 1, .max] {
            #expect(throws: TreeError.sizeOutOfRange(size)) { try TreeHead(size: size, root: .ofEmptyTree) }
            #expect(throws: TreeError.sizeOutOfRange(size)) { try TreeHead(size: size, reading: store.read) }
            #expect(throws: TreeError.sizeOutOfRange(size)) { try TreeFrontier(size: size, reading: store.read) }
            #expect(throws: TreeError.sizeOutOfRange(size)) {
                try InclusionProof(ofLeaf: 0, treeSize: size, reading: store.read)
            }
            #expect(throws: TreeError.sizeOutOfRange(size)) {
                try ConsistencyProof(from: 0, to: size, reading: store.read)
            }
        }
        #expect(throws: TreeError.noSuchLeaf(index: 5, size: 5)) {
            try InclusionProof(ofLeaf: 5, treeSize: 5, reading: store.read)
        }
        #expect(throws: TreeError.notEarlier(old: 6, new: 5)) {
            try ConsistencyProof(from: 6, to: 5, reading: store.read)
        }
    }

    @Test func theLargestTreeNeedsFewNodes() throws {
        var reads = 0
        let node = { (id: TreeNodeID) in
            reads += 1
            return TreeHash(ofLeaf: Array(id.description.utf8))
        }
        let size = TreeHead.largestSize - 1
        let head = try TreeHead(size: size, reading: node)
        #expect(reads == 62)
        let proof = try InclusionProof(ofLeaf: size - 1, treeSize: size, reading: node)
        #expect(proof.hashes.count <= InclusionProof.mostHashes)
        let old = TreeHead.largestSize / 2 + 12_345
        let consistency = try ConsistencyProof(from: old, to: size, reading: node)
        #expect(consistency.hashes.count <= ConsistencyProof.mostHashes)
        // Made-up nodes have no common parents, so only the shape is right and the heads are not.
        #expect(throws: TreeError.otherHead) { try proof.verify(.ofEmptyTree, in: head) }
        #expect(throws: TreeError.otherEarlierHead) {
            try consistency.verify(from: TreeHead(size: old, root: .ofEmptyTree), to: head)
        }
    }

    @Test func whatTheReaderThrowsComesOut() {
        let store = NodeStore()
        let missing = NodeStore.Missing(id: TreeNodeID(level: 1, index: 0))
        #expect(throws: missing) { try TreeHead(size: 3, reading: store.read) }
    }
}

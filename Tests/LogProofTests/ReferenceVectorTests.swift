import LogProof
import Testing

/// The vectors that certificate transparency implementations share, for eight leaves.
@Suite struct ReferenceVectorTests {
    private static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6F),
    ]

    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private static let nodes = [
        "0/1": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "0/2": "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
        "0/4": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "0/7": "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
        "1/0": "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1/1": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "1/2": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "1/3": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "2/0": "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2/1": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]

    private let store = NodeStore()
    private var heads: [TreeHead] = []

    init() {
        var frontier = TreeFrontier()
        heads.append(frontier.head)
        for leaf in Self.leaves {
            store.store(frontier.append(TreeHash(ofLeaf: leaf)))
            heads.append(frontier.head)
        }
    }

    @Test func rootsAndNodes() {
        #expect(heads.map(\.root.hexadecimal) == Self.roots)
        let stored = Dictionary(uniqueKeysWithValues: store.nodes.map { ($0.key.description, $0.value.hexadecimal) })
        for (id, hash) in Self.nodes { #expect(stored[id] == hash) }
        #expect(stored.count == 15)
    }

    @Test(arguments: [
        (leaf: 0, size: 1, path: []),
        (leaf: 0, size: 8, path: ["0/1", "1/1", "2/1"]),
        (leaf: 5, size: 8, path: ["0/4", "1/3", "2/0"]),
        (leaf: 2, size: 3, path: ["1/0"]),
        (leaf: 1, size: 5, path: ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "1/1", "0/4"]),
    ])
    func inclusion(leaf: Int, size: Int, path: [String]) throws {
        let proof = try InclusionProof(ofLeaf: Int64(leaf), treeSize: Int64(size), reading: store.read)
        #expect(proof.hashes.map(\.hexadecimal) == path.map { Self.nodes[$0] ?? $0 })
        try proof.verify(TreeHash(ofLeaf: Self.leaves[leaf]), in: heads[size])
    }

    @Test(arguments: [
        (old: 1, new: 1, path: []),
        (old: 1, new: 8, path: ["0/1", "1/1", "2/1"]),
        (old: 2, new: 5, path: ["1/1", "0/4"]),
        (old: 6, new: 8, path: ["1/2", "1/3", "2/0"]),
    ])
    func consistency(old: Int, new: Int, path: [String]) throws {
        let proof = try ConsistencyProof(from: Int64(old), to: Int64(new), reading: store.read)
        #expect(proof.hashes.map(\.hexadecimal) == path.map { Self.nodes[$0] ?? $0 })
        try proof.verify(from: heads[old], to: heads[new])
    }
}

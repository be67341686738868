import LogProof

/// Complete nodes as a log stores them, each once.
final class NodeStore {
    struct Missing: Error, Equatable {
        let id: TreeNodeID
    }

    private(set) var nodes: [TreeNodeID: TreeHash] = [:]
    private(set) var reads = 0
    private(set) var wasWrittenTwice = false

    func store(_ new: [TreeNode]) {
        for node in new where nodes.updateValue(node.hash, forKey: node.id) != nil { wasWrittenTwice = true }
    }

    func read(_ id: TreeNodeID) throws -> TreeHash {
        reads += 1
        guard let hash = nodes[id] else { throw Missing(id: id) }
        return hash
    }
}

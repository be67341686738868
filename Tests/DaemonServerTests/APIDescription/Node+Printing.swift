import Yams

extension Node {
    /// Text, quoted if YAML would read something else in it.
    static func text(_ text: String) -> Node {
        let isText = Resolver.default.resolveTag(of: Node(text)) == .str
        return Node(text, Tag(.str), isText ? .any : .singleQuoted)
    }

    static func number(_ number: Int) -> Node { Node("\(number)", Tag(.int)) }
    static func number(_ number: Double) -> Node { Node("\(number)", Tag(.float)) }
    static func boolean(_ value: Bool) -> Node { Node("\(value)", Tag(.bool)) }

    /// An object with its members in this order, without those that are nil.
    static func object(_ members: KeyValuePairs<String, Node?>) -> Node {
        object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    static func object(_ members: [(String, Node)]) -> Node {
        Node(members.map { (.text($0), $1) }, Tag(.map), members.isEmpty ? .flow : .block)
    }

    /// A list with an element on each line.
    static func list(_ elements: [Node]) -> Node { Node(elements, Tag(.seq), elements.isEmpty ? .flow : .block) }
    /// A list of words on one line.
    static func words(_ words: [String]) -> Node { Node(words.map(text), Tag(.seq), .flow) }

    /// A reference to a shared part of the document.
    static func reference(_ kind: String, _ name: String) -> Node {
        .object(["$ref": .text("#/components/\(kind)/\(name)")])
    }

    /// This object with the members of `others` behind its own.
    func adding(_ others: KeyValuePairs<String, Node?>) -> Node {
        let own = mapping?.map { ($0.key.string ?? "", $0.value) } ?? []
        return .object(own + others.compactMap { name, value in value.map { (name, $0) } })
    }
}

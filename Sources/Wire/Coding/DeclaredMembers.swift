/// Checks JSON text against the type that was decoded from it.
enum DeclaredMembers {
    /// JSON of any shape, reduced to its member names.
    enum Tree: Decodable {
        case object([String: Tree])
        case array([Tree])
        case value

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            if let object = try? decoder.container(keyedBy: Name.self) {
                let members = try object.allKeys.map { ($0.stringValue, try object.decode(Tree.self, forKey: $0)) }
                self = .object(Dictionary(members) { first, _ in first })
            } else if var array = try? decoder.unkeyedContainer() {
                var elements: [Tree] = []
                while !array.isAtEnd { elements.append(try array.decode(Tree.self)) }
                self = .array(elements)
            } else {
                self = .value
            }
        }
    }

    /// Returns the name of a member of `tree` that `shape`, the value decoded from it, does not declare; nil if there
    /// is none.
    ///
    /// The declared members of a structure are its stored properties; dictionaries accept any.
    static func undeclared(in tree: Tree, of shape: Any) -> String? {
        let mirror = Mirror(reflecting: shape)
        switch (tree, mirror.displayStyle) {
        case (_, .optional): return mirror.children.first.flatMap { undeclared(in: tree, of: $0.value) }
        case (.array(let elements), .collection):
            return zip(elements, mirror.children).lazy.compactMap { undeclared(in: $0, of: $1.value) }.first
        case (.object(let members), .struct):
            let properties = Dictionary(mirror.children.map { ($0.label ?? "", $0.value) }) { first, _ in first }
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                guard let property = properties[name] else { return name }
                if let inner = undeclared(in: member, of: property) { return inner }
            }
            return nil
        default: return nil
        }
    }
}

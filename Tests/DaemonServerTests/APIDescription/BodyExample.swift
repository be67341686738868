import Wire
import Yams

/// An example of a request body, composed of the examples of its members.
enum BodyExample {
    /// Returns an example with the required members and those of `optional`.
    static func of(_ type: any Decodable.Type, with optional: [String]) throws -> Node {
        let schemas = (type as? any WireValue.Type)?.members ?? [:]
        let members = try MemberReader.members(of: type)
        let shown = members.filter { !$0.isOptional || optional.contains($0.name) }
        let unknown = Set(optional).subtracting(members.map(\.name))
        guard unknown.isEmpty else { throw DescribedTypes.Contradiction(description: "\(type) has no \(unknown)") }
        return .object(
            try shown.map { member in
                switch (member.form, schemas[member.name]) {
                case (_, let schema?): return (member.name, schema.example)
                case (.object(let type), nil): return (member.name, try of(type, with: []))
                case (.boolean, nil): return (member.name, .boolean(true))
                default: throw DescribedTypes.Contradiction(description: "\(type).\(member.name) has no example")
                }
            }
        )
    }
}

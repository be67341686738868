import Wire
import Yams

/// The types that requests and responses contain, as schemas of the API description.
struct DescribedTypes {
    struct Contradiction: Error, CustomStringConvertible {
        let description: String
    }

    private let comments: DocumentationComments
    /// The types by their names, with whether they are sent in requests.
    private var types: [String: (type: any Decodable.Type, isRequest: Bool)] = [:]

    init(comments: DocumentationComments) { self.comments = comments }

    static func name(of type: Any.Type) -> String { String("\(type)".prefix { $0 != "<" }) }

    /// Adds a type with everything that it contains.
    mutating func add(_ type: any Decodable.Type, isRequest: Bool) throws {
        let name = Self.name(of: type)
        if let known = types[name] {
            guard known.isRequest == isRequest else {
                throw Contradiction(description: "\(name) is in requests and in responses")
            }
            guard type is any ListPage.Type else { return }
        }
        types[name] = (type, isRequest)
        for member in try MemberReader.members(of: type) { try add(member.form, isRequest: isRequest) }
    }

    private mutating func add(_ form: ValueForm, isRequest: Bool) throws {
        switch form {
        case .object(let type): try add(type, isRequest: isRequest)
        case .list(let element), .map(let element): try add(element, isRequest: isRequest)
        default: break
        }
    }

    /// The schemas in the order of their names.
    func node() throws -> Node {
        .object(
            try types.sorted { $0.key < $1.key }.map { name, known in
                (name, try node(of: known.type, name, isRequest: known.isRequest))
            }
        )
    }

    private func node(of type: any Decodable.Type, _ name: String, isRequest: Bool) throws -> Node {
        let schemas = (type as? any WireValue.Type)?.members ?? [:]
        let members = try MemberReader.members(of: type)
        let unknown = Set(schemas.keys).subtracting(members.map(\.name))
        guard unknown.isEmpty else { throw Contradiction(description: "\(name) has no members \(unknown)") }
        let required = members.filter { !isRequest || !$0.isOptional }.map(\.name)
        return .object([
            "description": comments[name].map(Node.text),
            "type": .text("object"),
            "additionalProperties": isRequest ? .boolean(false) : nil,
            "required": required.isEmpty ? nil : .words(required),
            "properties": .object(
                try members.map { member in
                    var node = try node(of: member.form, schemas[member.name], isNullable: member.isOptional, in: name)
                    // The elements of a page are described where one is the response.
                    if type is any ListPage.Type, member.name == "items" { node = .object(["type": .text("array")]) }
                    let comment = Node.object(["description": comments[name, member.name].map(Node.text)])
                    return (member.name, comment.merging(node))
                }
            ),
        ])
    }

    private func node(of form: ValueForm, _ schema: Schema?, isNullable: Bool, in name: String) throws -> Node {
        if let schema {
            guard schema.typeName == form.typeName else {
                throw Contradiction(description: "\(name) has a \(form.typeName), not a \(schema.typeName)")
            }
            return schema.node(isNullable: isNullable)
        }
        let type = Node.type(form.typeName, isNullable: isNullable)
        switch form {
        case .string, .boolean: return .object(["type": type])
        case .integer(let bits): return .object(["type": type, "format": .text("int\(bits)")])
        case .number: return .object(["type": type, "format": .text("double")])
        case .words(let words): return Schema.word(words).node(isNullable: isNullable)
        case .list(let element):
            return .object(["type": type, "items": try node(of: element, nil, isNullable: false, in: name)])
        case .map(let element):
            let value = try node(of: element, nil, isNullable: false, in: name)
            return .object(["type": type, "additionalProperties": value])
        case .object(let type):
            let reference = Node.reference("schemas", Self.name(of: type))
            guard isNullable else { return reference }
            return .object(["anyOf": .list([reference, .object(["type": .text("null")])])])
        }
    }
}

extension ValueForm {
    /// The name of its type in JSON Schema.
    fileprivate var typeName: String {
        switch self {
        case .string, .words: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .list: "array"
        case .map, .object: "object"
        }
    }
}

/// A page of a list, whose elements differ from list to list.
protocol ListPage: Decodable {
    static var element: any WireValue.Type { get }
}

extension Page: ListPage {
    static var element: any WireValue.Type { Item.self }
}

extension Node {
    fileprivate func merging(_ other: Node) -> Node {
        let members = [self, other].flatMap { $0.mapping?.map { ($0.key.string ?? "", $0.value) } ?? [] }
        return .object(members)
    }
}

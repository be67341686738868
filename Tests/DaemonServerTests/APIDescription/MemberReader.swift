import Wire

/// The members that a type decodes, found by decoding it without any data.
struct MemberReader {
    struct Member {
        let name: String
        let form: ValueForm
        /// Whether it may be absent or null.
        let isOptional: Bool
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// Returns the members of `type` in the order in which its `init(from:)` decodes them.
    static func members(of type: any Decodable.Type) throws -> [Member] {
        let entity = Entity(schemas: schemas(of: type))
        _ = try type.init(from: BlankDecoder(entity: entity))
        return entity.members
    }

    /// Returns the form of a value of `type` with a value of that form.
    static func sample<Value: Decodable>(of type: Value.Type, as schema: Schema? = nil) throws -> (ValueForm, Value) {
        if let plain = type as? any PlainValue.Type, let value = plain.sample(as: schema) as? Value {
            return (try plain.form(), value)
        }
        if let words = type as? any (CaseIterable & RawRepresentable).Type, let (form, value) = first(of: words) {
            guard let value = value as? Value else { throw Unreadable(description: "\(type)") }
            return (form, value)
        }
        let entity = Entity(schemas: schemas(of: type), own: schema)
        let value = try Value(from: BlankDecoder(entity: entity))
        return (entity.single ?? .object(type), value)
    }

    /// Returns the form of an element of a list or a map, without decoding one that is an object.
    static func form(ofElement type: any Decodable.Type) throws -> ValueForm {
        if type is any WireValue.Type { return .object(type) }
        return try form(of: type)
    }

    private static func form<Value: Decodable>(of type: Value.Type) throws -> ValueForm { try sample(of: type).0 }

    private static func schemas(of type: Any.Type) -> [String: Schema] { (type as? any WireValue.Type)?.members ?? [:] }

    private static func first<Words: CaseIterable & RawRepresentable>(of type: Words.Type) -> (ValueForm, Any)? {
        let words = type.allCases.compactMap { $0.rawValue as? String }
        return type.allCases.first.flatMap { words.isEmpty ? nil : (.words(words), $0) }
    }

    /// What a decoder was asked for.
    final class Entity {
        let schemas: [String: Schema]
        let own: Schema?
        var members: [Member] = []
        var single: ValueForm?

        init(schemas: [String: Schema], own: Schema? = nil) {
            self.schemas = schemas
            self.own = own
        }
    }
}

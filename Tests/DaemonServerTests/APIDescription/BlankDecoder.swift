import Wire

/// A decoder without data, which records what it is asked for and responds with samples.
struct BlankDecoder: Decoder {
    let entity: MemberReader.Entity
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(BlankMembers(entity: entity))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw MemberReader.Unreadable(description: "the form of the elements is unknown")
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { BlankValue(entity: entity) }
}

private struct BlankMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let entity: MemberReader.Entity
    /// The members that were looked for before they were decoded, as `decodeIfPresent` does.
    private let optional = Names()
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    private final class Names { var names: Set<String> = [] }

    init(entity: MemberReader.Entity) { self.entity = entity }

    func contains(_ key: Key) -> Bool {
        optional.names.insert(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool {
        optional.names.insert(key.stringValue)
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let name = key.stringValue
        let (form, value) = try MemberReader.sample(of: type, as: entity.schemas[name])
        entity.members.append(
            MemberReader.Member(name: name, form: form, isOptional: optional.names.contains(name))
        )
        return value
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> { throw unnamed(key) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw unnamed(key) }
    func superDecoder() throws -> any Decoder { throw MemberReader.Unreadable(description: "a class is decoded") }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw unnamed(key) }

    private func unnamed(_ key: Key) -> MemberReader.Unreadable {
        MemberReader.Unreadable(description: "\(key.stringValue) has no type of its own")
    }
}

private struct BlankValue: SingleValueDecodingContainer {
    let entity: MemberReader.Entity
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (form, value) = try MemberReader.sample(of: type, as: entity.own)
        entity.single = form
        return value
    }
}

/// The members of a JSON object, sorted by name.
///
/// Bodies have at most a dozen members, for which a sorted array is faster than a dictionary.
struct CanonicalMembers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    struct Member: Sendable, Hashable {
        let name: String
        var value: CanonicalJSON
    }

    /// RFC 8785 sorts by UTF-16 code units; all member names are ASCII, for which this is byte order.
    private(set) var sorted: [Member] = []

    init() {}

    /// Members that are nil are omitted.
    init(dictionaryLiteral members: (String, CanonicalJSON?)...) {
        sorted.reserveCapacity(16)
        for (name, value) in members { self[name] = value }
    }

    /// The value of the member with this name; nil when it does not exist.
    subscript(name: String) -> CanonicalJSON? {
        get { sorted.first { $0.name == name }?.value }
        set {
            // Members are usually added in sorted order.
            let index = sorted.last.map { $0.name < name } ?? true ? sorted.endIndex : firstIndex(notBefore: name)
            let exists = index < sorted.endIndex && sorted[index].name == name
            switch (newValue, exists) {
            case (let value?, true): sorted[index].value = value
            case (let value?, false): sorted.insert(Member(name: name, value: value), at: index)
            case (nil, true): sorted.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// Adds a member; returns false when the name already exists.
    mutating func add(_ name: String, _ value: CanonicalJSON) -> Bool {
        guard self[name] == nil else { return false }
        self[name] = value
        return true
    }

    /// Adds the members of `others` whose names do not exist yet.
    mutating func merge(_ others: CanonicalMembers) {
        for member in others.sorted where self[member.name] == nil { self[member.name] = member.value }
    }

    private func firstIndex(notBefore name: String) -> Int {
        sorted.firstIndex { $0.name >= name } ?? sorted.endIndex
    }
}

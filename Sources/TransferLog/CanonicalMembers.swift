/// The members of a JSON object, in the order of their names.
///
/// Bodies have a dozen members at most, for which a sorted array is quicker than a dictionary.
struct CanonicalMembers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    struct Member: Sendable, Hashable {
        let name: String
        var value: CanonicalJSON
    }

    /// RFC 8785 sorts by UTF-16 code units; every member name is ASCII, where that is byte order.
    private(set) var sorted: [Member] = []

    init() {}

    /// Those that are nil are left out.
    init(dictionaryLiteral members: (String, CanonicalJSON?)...) {
        sorted.reserveCapacity(16)
        for (name, value) in members { self[name] = value }
    }

    /// The value of the member with this name; nil when there is none.
    subscript(name: String) -> CanonicalJSON? {
        get { sorted.first { $0.name == name }?.value }
        set {
            // Most are given in their order.
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

    /// Adds a member; false when there is one with this name.
    mutating func add(_ name: String, _ value: CanonicalJSON) -> Bool {
        guard self[name] == nil else { return false }
        self[name] = value
        return true
    }

    /// Adds those of `others` that it does not have.
    mutating func merge(_ others: CanonicalMembers) {
        for member in others.sorted where self[member.name] == nil { self[member.name] = member.value }
    }

    private func firstIndex(notBefore name: String) -> Int {
        sorted.firstIndex { $0.name >= name } ?? sorted.endIndex
    }
}

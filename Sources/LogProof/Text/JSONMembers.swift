/// The members of a JSON object, sorted by name.
///
/// Entry bodies have about a dozen members, for which a sorted array is faster than a dictionary.
package struct JSONMembers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package struct Member: Sendable, Hashable {
        package let name: String
        package fileprivate(set) var value: JSONValue
    }

    /// RFC 8785 sorts by UTF-16 code units; all member names are ASCII, for which this is byte order.
    package private(set) var sorted: [Member] = []

    package init() {}

    /// Members that are nil are omitted.
    package init(dictionaryLiteral members: (String, JSONValue?)...) {
        sorted.reserveCapacity(16)
        for (name, value) in members { self[name] = value }
    }

    /// The members of a parsed object; nil if a name occurs twice.
    ///
    /// `isSorted` says that the names were found to be in ascending order.
    init?(_ members: [Member], isSorted: Bool) {
        sorted = members
        guard !isSorted else { return }
        // Many members in another order than this one must not take the square of their number.
        sorted.sort { $0.name < $1.name }
        guard zip(sorted, sorted.dropFirst()).allSatisfy({ $0.name < $1.name }) else { return nil }
    }

    /// The names, sorted.
    var names: [String] { sorted.map(\.name) }

    /// The value of the member with this name; nil when it does not exist.
    package subscript(name: String) -> JSONValue? {
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

    /// Adds the members of `others` whose names do not exist yet.
    package mutating func merge(_ others: JSONMembers) {
        for member in others.sorted where self[member.name] == nil { self[member.name] = member.value }
    }

    private func firstIndex(notBefore name: String) -> Int { sorted.firstIndex { $0.name >= name } ?? sorted.endIndex }
}

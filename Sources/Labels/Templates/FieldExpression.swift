/// Text with places for fields, such as `{title}, shelf {shelf}`; nothing in it is ever run.
public struct FieldExpression: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case literal(String)
        case field(String)
        /// Written `{name?}`: says nothing when there is no value.
        case optionalField(String)
    }

    let parts: [Part]

    /// The field that stands for the barcode's own text in every template.
    static let barcodeField = "barcode"
    /// The serial number in a minted barcode, or the digits of another, in every template.
    static let numberField = "number"
    /// The field that holds the way to a place, level by level.
    static let wayField = "home"

    /// Names of the fields that must have a value, each once, in their order.
    public var fields: [String] {
        var names: [String] = []
        for case .field(let name) in parts where !names.contains(name) { names.append(name) }
        return names
    }

    /// Names of all fields, needed or not.
    var names: [String] {
        parts.compactMap { part in
            switch part {
            case .literal: nil
            case .field(let name), .optionalField(let name): name
            }
        }
    }

    /// The words of the template itself.
    var literals: [String] { parts.compactMap { if case .literal(let words) = $0 { words } else { nil } } }

    /// Whether the field stands in it, needed or not.
    func mentions(_ field: String) -> Bool { names.contains(field) }

    /// Bounds what the values of all fields together can come to.
    private static let mostFields = 32
    private static let mostBytes = 1_000

    /// Splits `text`; the reason says what is wrong with it.
    init(parsing text: String) throws(Malformed) {
        guard text.utf8.count <= Self.mostBytes else {
            throw Malformed(reason: "more than \(Self.mostBytes) bytes of text")
        }
        var parts: [Part] = []
        var rest = text[...]
        while !rest.isEmpty {
            let literal = rest.prefix { $0 != "{" && $0 != "}" }
            if !literal.isEmpty { parts.append(.literal(String(literal))) }
            rest = rest.dropFirst(literal.count)
            guard let brace = rest.first else { break }
            guard brace == "{", let end = rest.firstIndex(of: "}") else { throw Malformed(reason: "a lone \(brace)") }
            let inner = rest[rest.index(after: rest.startIndex)..<end]
            let name = inner.hasSuffix("?") ? inner.dropLast() : inner
            guard Self.isName(name) else {
                throw Malformed(reason: "{\(inner)} is not a field: write letters and digits, such as {title}")
            }
            parts.append(name.endIndex == inner.endIndex ? .field(String(name)) : .optionalField(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        guard !parts.isEmpty else { throw Malformed(reason: "empty text") }
        self.parts = parts
        guard names.count <= Self.mostFields else { throw Malformed(reason: "more than \(Self.mostFields) fields") }
    }

    /// Puts the values in; throws the name of the first field that needs one and has none, or a blank one.
    func words(_ value: (String) -> String?) throws(MissingField) -> LabelWords {
        var words = LabelWords()
        for part in parts {
            switch part {
            case .literal(let literal): words.append(literal)
            case .field(let name):
                guard let value = value(name), !Self.isBlank(value) else { throw MissingField(name: name) }
                words.append(value, of: name)
            case .optionalField(let name):
                if let value = value(name), !Self.isBlank(value) { words.append(value, of: name) }
            }
        }
        return words
    }

    /// Whether nothing of `value` would be seen.
    private static func isBlank(_ value: String) -> Bool {
        value.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }

    struct Malformed: Error { let reason: String }
    struct MissingField: Error { let name: String }

    /// Whether a field may be called so.
    static func isName(_ name: some StringProtocol) -> Bool {
        guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 40 else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) }
    }
}

import Localization

/// Text with placeholders for fields, such as `{title}, shelf {shelf}`.
///
/// Nothing in it is executed.
public struct FieldExpression: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case literal(String)
        case field(String)
        /// Written `{name?}`: empty if there is no value.
        case optionalField(String)
    }

    let parts: [Part]

    /// The field for the barcode's text, in every template.
    static let barcodeField = "barcode"
    /// The field for the serial number of a minted barcode, or the digits of another one, in every template.
    static let numberField = "number"
    /// The field for the path to a place, level by level.
    static let wayField = "home"

    /// The names of the required fields, each once, in order.
    public var fields: [String] {
        var names: [String] = []
        for case .field(let name) in parts where !names.contains(name) { names.append(name) }
        return names
    }

    /// The names of all fields, required or optional.
    var names: [String] {
        parts.compactMap { part in
            switch part {
            case .literal: nil
            case .field(let name), .optionalField(let name): name
            }
        }
    }

    /// The literal texts.
    var literals: [String] { parts.compactMap { if case .literal(let words) = $0 { words } else { nil } } }

    /// Whether the expression contains the field, required or optional.
    func mentions(_ field: String) -> Bool { names.contains(field) }

    /// Limits the total length of all values.
    private static let mostFields = 32
    private static let mostBytes = 1_000

    /// Parses `text`; throws the reason if it is malformed.
    init(parsing text: String) throws(Malformed) {
        guard text.utf8.count <= Self.mostBytes else {
            throw Malformed(reason: Message("more than \(Self.mostBytes, "limit") bytes of text"))
        }
        var parts: [Part] = []
        var rest = text[...]
        while !rest.isEmpty {
            let literal = rest.prefix { $0 != "{" && $0 != "}" }
            if !literal.isEmpty { parts.append(.literal(String(literal))) }
            rest = rest.dropFirst(literal.count)
            guard let brace = rest.first else { break }
            guard brace == "{", let end = rest.firstIndex(of: "}") else {
                throw Malformed(reason: Message("a lone \(brace, "text")"))
            }
            let inner = rest[rest.index(after: rest.startIndex)..<end]
            let name = inner.hasSuffix("?") ? inner.dropLast() : inner
            guard Self.isName(name) else {
                throw Malformed(
                    reason: Message("{{\(inner, "text")}} is not a field: write letters and digits, such as {{title}}")
                )
            }
            parts.append(name.endIndex == inner.endIndex ? .field(String(name)) : .optionalField(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        guard !parts.isEmpty else { throw Malformed(reason: Message("empty text")) }
        self.parts = parts
        guard names.count <= Self.mostFields else {
            throw Malformed(reason: Message("more than \(Self.mostFields, "limit") fields"))
        }
    }

    /// Returns the text with values inserted; throws the name of the first required field without a value or with a
    /// blank one.
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

    /// Whether `value` has no visible character.
    private static func isBlank(_ value: String) -> Bool {
        value.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }

    struct Malformed: Error { let reason: Message }
    struct MissingField: Error { let name: String }

    /// Whether `name` is a valid field name.
    static func isName(_ name: some StringProtocol) -> Bool {
        guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 40 else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) }
    }
}

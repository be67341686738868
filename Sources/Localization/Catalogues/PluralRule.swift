/// The plural forms of a language: how many there are, and which of them a count takes.
public struct PluralRule: Sendable, Hashable {
    /// The reason why a rule cannot be used.
    public enum Fault: Error, Sendable, Hashable {
        case unreadable
        /// The number of forms is not 1 to 8.
        case formCount(Int)
        case divisionByZero(count: UInt64)
        /// The rule selects a form that does not exist.
        case missingForm(UInt64, count: UInt64)
    }

    /// No language has more than six forms.
    static let mostForms = 8

    /// English and German: one thing, and any other number of things.
    public static let english = PluralRule(
        formCount: 2,
        expression: .binary(.unequal, .count, .number(1))
    )

    public let formCount: Int
    private let expression: PluralExpression

    private init(formCount: Int, expression: PluralExpression) {
        self.formCount = formCount
        self.expression = expression
    }

    /// Parses the value of `Plural-Forms` in the header of a catalogue: `nplurals=2; plural=(n != 1);`.
    ///
    /// The rule is tried for all counts up to 200, which contain every case of the rules in use.
    ///
    /// - Throws: ``Fault`` if the rule cannot be read, or gives a form that does not exist.
    public init(header: some StringProtocol) throws(Fault) {
        guard header.utf8.count <= PluralParser.longest + 100 else { throw .unreadable }
        var (forms, plural): (Substring?, Substring?)
        for part in header.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            switch String(sides[0].filter { !$0.isWhitespace }) {
            case "nplurals": forms = Substring(String(sides[1].filter { !$0.isWhitespace }))
            case "plural": plural = Substring(sides[1])
            default: continue
            }
        }
        guard let forms, let count = Int(forms), let plural, let expression = PluralParser.expression(plural) else {
            throw .unreadable
        }
        guard (1...Self.mostForms).contains(count) else { throw .formCount(count) }
        self.init(formCount: count, expression: expression)
        for count in 0...UInt64(200) { _ = try form(of: count) }
    }

    /// Returns the index of the form for `count` things.
    ///
    /// - Throws: ``Fault`` if the rule divides by zero, or gives a form that does not exist.
    public func form(of count: UInt64) throws(Fault) -> Int {
        let value: UInt64
        do {
            value = try expression.value(count)
        } catch {
            throw .divisionByZero(count: count)
        }
        guard value < UInt64(formCount) else { throw .missingForm(value, count: count) }
        return Int(value)
    }
}

extension PluralRule.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable: "it is not of the form nplurals=2; plural=n != 1;"
        case .formCount(let count): "it has \(count) forms, and 1 to \(PluralRule.mostForms) are allowed"
        case .divisionByZero(let count): "it divides by zero for n = \(count)"
        case .missingForm(let form, let count): "it selects form \(form) for n = \(count), which does not exist"
        }
    }
}

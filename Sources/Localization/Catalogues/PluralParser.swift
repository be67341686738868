/// Parses a ``PluralExpression``, with the precedence of operators in C.
struct PluralParser {
    /// The maximum length of an expression, in bytes.
    static let longest = 1_000
    /// The maximum nesting of parentheses, negations and choices.
    private static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Parses the whole text; nil for anything else, for a longer text and for a deeper one.
    static func expression(_ text: some StringProtocol) -> PluralExpression? {
        guard text.utf8.count <= longest else { return nil }
        var parser = PluralParser(Array(text.utf8))
        guard let expression = parser.choice() else { return nil }
        parser.skipSpace()
        return parser.index == parser.bytes.count ? expression : nil
    }

    /// `condition ? yes : no`, grouped from the right.
    private mutating func choice() -> PluralExpression? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        guard let condition = binary(0) else { return nil }
        guard skip("?") else { return condition }
        guard let yes = choice(), skip(":"), let no = choice() else { return nil }
        return .choice(condition, yes, no)
    }

    /// Operators from the lowest precedence to the highest; within a row, a longer one precedes its prefix.
    private static let rows: [[(StaticString, PluralExpression.Operator)]] = [
        [("||", .or)], [("&&", .and)], [("==", .equal), ("!=", .unequal)],
        [("<=", .atMost), (">=", .atLeast), ("<", .less), (">", .greater)], [("+", .add), ("-", .subtract)],
        [("*", .multiply), ("/", .divide), ("%", .remainder)],
    ]

    /// Operands joined by operators of row `row` or higher, grouped from the left.
    private mutating func binary(_ row: Int) -> PluralExpression? {
        guard row < Self.rows.count else { return unary() }
        guard var left = binary(row + 1) else { return nil }
        while let sign = sign(of: row) {
            guard let right = binary(row + 1) else { return nil }
            left = .binary(sign, left, right)
        }
        return left
    }

    private mutating func sign(of row: Int) -> PluralExpression.Operator? {
        for (text, sign) in Self.rows[row] where skip(text) { return sign }
        return nil
    }

    private mutating func unary() -> PluralExpression? {
        guard skip("!") else { return primary() }
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        return unary().map(PluralExpression.not)
    }

    private mutating func primary() -> PluralExpression? {
        if skip("n") { return .count }
        if skip("(") {
            guard let inner = choice(), skip(")") else { return nil }
            return inner
        }
        var number: UInt64?
        while index < bytes.count, LanguageTag.isDigit(bytes[index]) {
            let (value, digit) = (number ?? 0, UInt64(bytes[index] - UInt8(ascii: "0")))
            guard value < 1_000_000_000 else { return nil }
            number = value * 10 + digit
            index += 1
        }
        return number.map(PluralExpression.number)
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        skipSpace()
        let count = text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { bytes[index...].prefix(count).elementsEqual($0) }
        if matches { index += count }
        return matches
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }
}

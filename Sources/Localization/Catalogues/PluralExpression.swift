/// The expression of a catalogue that maps a count to the index of a plural form: a subset of C with unsigned numbers.
///
/// Source: GNU gettext manual, “Additional functions for plural forms”.
indirect enum PluralExpression: Sendable, Hashable {
    enum Operator: Sendable, Hashable {
        case or
        case and
        case equal
        case unequal
        case less
        case greater
        case atMost
        case atLeast
        case add
        case subtract
        case multiply
        case divide
        case remainder
    }

    /// The variable `n`.
    case count
    case number(UInt64)
    case not(PluralExpression)
    case binary(Operator, PluralExpression, PluralExpression)
    case choice(PluralExpression, PluralExpression, PluralExpression)

    /// The reason why an expression has no value.
    enum Fault: Error, Sendable, Hashable {
        case divisionByZero
    }

    /// Returns the value for the count `n`; arithmetic wraps around, as in C.
    func value(_ n: UInt64) throws(Fault) -> UInt64 {
        switch self {
        case .count: return n
        case .number(let number): return number
        case .not(let operand): return try operand.value(n) == 0 ? 1 : 0
        case .choice(let condition, let yes, let no):
            return try condition.value(n) == 0 ? no.value(n) : yes.value(n)
        case .binary(.or, let left, let right):
            if try left.value(n) != 0 { return 1 }
            return try right.value(n) == 0 ? 0 : 1
        case .binary(.and, let left, let right):
            if try left.value(n) == 0 { return 0 }
            return try right.value(n) == 0 ? 0 : 1
        case .binary(let sign, let left, let right):
            return try Self.result(sign, try left.value(n), try right.value(n))
        }
    }

    private static func result(_ sign: Operator, _ left: UInt64, _ right: UInt64) throws(Fault) -> UInt64 {
        switch sign {
        case .or: return left != 0 || right != 0 ? 1 : 0
        case .and: return left != 0 && right != 0 ? 1 : 0
        case .equal: return left == right ? 1 : 0
        case .unequal: return left == right ? 0 : 1
        case .less: return left < right ? 1 : 0
        case .greater: return left > right ? 1 : 0
        case .atMost: return left <= right ? 1 : 0
        case .atLeast: return left >= right ? 1 : 0
        case .add: return left &+ right
        case .subtract: return left &- right
        case .multiply: return left &* right
        case .divide, .remainder:
            guard right != 0 else { throw .divisionByZero }
            return sign == .divide ? left / right : left % right
        }
    }
}

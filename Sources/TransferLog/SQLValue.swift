/// A value bound to a statement parameter.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}

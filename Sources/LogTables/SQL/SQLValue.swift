/// A value bound to a statement parameter.
package enum SQLValue: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    package init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }

    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}

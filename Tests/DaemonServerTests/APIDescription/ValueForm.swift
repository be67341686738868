import Wire

/// The JSON that a value becomes.
enum ValueForm {
    case string
    /// A whole number with this many bits.
    case integer(bits: Int)
    case number
    case boolean
    case words([String])
    indirect case list(ValueForm)
    indirect case map(ValueForm)
    /// An object with the members of this type.
    case object(any Decodable.Type)
}

/// A type whose values are decoded without a container of their own.
protocol PlainValue: Decodable {
    static func form() throws -> ValueForm
    /// A value for decoding to go on with: the example of `schema`, if that has one.
    static func sample(as schema: Schema?) -> Self
}

extension String: PlainValue {
    static func form() -> ValueForm { .string }
    static func sample(as schema: Schema?) -> String {
        switch schema {
        case .text(_, _, let example): example
        case .word(let words): words.first ?? ""
        default: ""
        }
    }
}

extension Bool: PlainValue {
    static func form() -> ValueForm { .boolean }
    static func sample(as schema: Schema?) -> Bool { false }
}

extension Double: PlainValue {
    static func form() -> ValueForm { .number }
    static func sample(as schema: Schema?) -> Double { 0 }
}

extension PlainValue where Self: FixedWidthInteger {
    static func form() -> ValueForm { .integer(bits: bitWidth) }
    static func sample(as schema: Schema?) -> Self {
        guard case .integer(_, let example) = schema else { return 0 }
        return Self(clamping: example)
    }
}

extension Int: PlainValue {}
extension Int32: PlainValue {}
extension Int64: PlainValue {}

extension Array: PlainValue where Element: Decodable {
    static func form() throws -> ValueForm { .list(try MemberReader.form(ofElement: Element.self)) }
    static func sample(as schema: Schema?) -> [Element] { [] }
}

extension Dictionary: PlainValue where Key == String, Value: Decodable {
    static func form() throws -> ValueForm { .map(try MemberReader.form(ofElement: Value.self)) }
    static func sample(as schema: Schema?) -> [String: Value] { [:] }
}

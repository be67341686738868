/// What a member or a parameter accepts: a part of JSON Schema (draft 2020-12), with an example.
public indirect enum Schema: Sendable, Hashable {
    /// Text; lengths are in characters, and `pattern` is an ECMA-262 regular expression.
    case text(lengths: ClosedRange<Int>? = nil, pattern: String? = nil, example: String)
    /// One of these words.
    case word([String])
    /// A number in this range; without an upper bound if that is `Int.max`.
    case integer(ClosedRange<Int>, example: Int)
    case boolean
    /// A list with this many elements; without an upper bound if that is `Int.max`.
    case list(Schema, count: ClosedRange<Int>)
    /// An object with any names.
    case map(Schema)

    /// A barcode as text.
    public static let barcode = barcode(example: "FD0000000018")
    /// A barcode as text, with an example of its kind.
    public static func barcode(example: String) -> Schema {
        .text(
            lengths: 1...256,
            pattern: #"^[^\s\u0000-\u001F\u007F-\u009F]([^\u0000-\u001F\u007F-\u009F\u2028\u2029]*"#
                + #"[^\s\u0000-\u001F\u007F-\u009F])?$"#,
            example: example
        )
    }

    /// One line of text for people.
    public static func line(example: String) -> Schema {
        .text(
            lengths: 1...1_000,
            pattern: #"^\s*[^\s\u0000-\u001F\u007F-\u009F]([^\u0000-\u001F\u007F-\u009F\u2028\u2029]*"#
                + #"[^\s\u0000-\u001F\u007F-\u009F])?\s*$"#,
            example: example
        )
    }

    /// A kind of item or container, such as `box`.
    public static let kind = Schema.text(lengths: 1...32, pattern: "^[a-z][a-z0-9-]*$", example: "box")
    /// A day, or a time in RFC 3339.
    public static let moment = Schema.text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}", example: "2026-06-30")
    /// The name of a station.
    public static let station = Schema.text(lengths: 1...64, pattern: "^[A-Za-z0-9._:-]+$", example: "desk")
    /// A number from 1 on.
    public static let ordinal = Schema.integer(1...Int.max, example: 1)
}

/// What a member or a parameter accepts: a part of JSON Schema (draft 2020-12), with an example.
public indirect enum Schema: Sendable, Hashable {
    /// Text; lengths are in characters, and `pattern` is an ECMA-262 regular expression.
    case text(lengths: ClosedRange<Int>? = nil, pattern: String? = nil, example: String)
    /// One of these words.
    case word([String])
    /// A number in this range; without an upper bound if that is `Int.max`.
    case integer(ClosedRange<Int>, example: Int)
    /// A number with a fraction.
    case number(example: Double)
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

    /// Barcodes as text.
    public static func barcodes(count: ClosedRange<Int>) -> Schema { .list(.barcode, count: count) }
    /// The reason for a change, in one line.
    public static let reason = line(example: "Requested by the court")
    /// A court order, in one line.
    public static let order = line(example: "26-CR-9")
    /// The barcode of a location or a container.
    public static let place = barcode(example: "LC000000001H")
    /// The barcode of a custodian.
    public static let person = barcode(example: "PN000000001N")
    /// A title, in one line.
    public static let title = line(example: "Lease")
    /// The name of a label template.
    public static let template = Schema.text(example: "box-100x50")
    /// The format of a drawing.
    public static let drawing = Schema.word(["png", "pdf"])
    /// When a print request is answered.
    public static let printed = Schema.word(["printed", "accepted", "begun"])
    /// The name of a printer.
    public static let printer = Schema.text(example: "box203")
    /// A resolution in dots per inch.
    public static let resolution = Schema.text(example: "203")
    /// Kinds of printer trouble that do not prevent printing.
    public static let overrides = Schema.list(
        .word([
            "out-of-labels", "wrong-media", "cover-open", "media-jam", "ribbon-empty", "printer-offline",
            "printer-not-ready", "media-not-supported",
        ]),
        count: 0...Int.max
    )

    /// A kind of item or container, such as `box`.
    public static let kind = Schema.text(lengths: 1...32, pattern: "^[a-z][a-z0-9-]*$", example: "box")
    /// A day, or a time in RFC 3339.
    public static let moment = Schema.text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}", example: "2026-06-30")
    /// A day or a time in the future.
    public static let deadline = Schema.text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}", example: "2099-12-31")
    /// The name of a station.
    public static let station = Schema.text(lengths: 1...64, pattern: "^[A-Za-z0-9._:-]+$", example: "desk")
    /// A number from 1 on.
    public static let ordinal = Schema.integer(1...Int.max, example: 1)

    /// How a reading ended.
    public static let verdict = Schema.word(["accepted", "attention", "refused"])
    /// The type of an entity.
    public static let entityType = Schema.word(["item", "container", "location", "custodian"])
    /// Whether an entity was seen itself or with what holds it.
    public static let sighting = Schema.word(["direct", "implied"])
}

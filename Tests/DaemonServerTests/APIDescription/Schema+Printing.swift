import Wire
import Yams

extension Schema {
    /// The schema as JSON Schema; `isNullable` adds null to what it accepts.
    func node(isNullable: Bool = false) -> Node {
        let type = Node.type(typeName, isNullable: isNullable)
        switch self {
        case .text(let lengths, let pattern, let example):
            return .object([
                "type": type,
                "minLength": lengths.flatMap { $0.lowerBound > 0 ? .number($0.lowerBound) : nil },
                "maxLength": lengths.flatMap { $0.upperBound < .max ? .number($0.upperBound) : nil },
                "pattern": pattern.map { .text($0) },
                "examples": .words([example]),
            ])
        case .word(let words):
            let null: [Node] = isNullable ? [Node("null", Tag(.null))] : []
            return .object(["type": type, "enum": Node(words.map(Node.text) + null, Tag(.seq), .flow)])
        case .integer(let range, let example):
            return .object([
                "type": type,
                "format": .text("int64"),
                "minimum": range.lowerBound > .min ? .number(range.lowerBound) : nil,
                "maximum": range.upperBound < .max ? .number(range.upperBound) : nil,
                "examples": Node([.number(example)], Tag(.seq), .flow),
            ])
        case .number(let example):
            return .object([
                "type": type, "format": .text("double"), "examples": Node([.number(example)], Tag(.seq), .flow),
            ])
        case .boolean: return .object(["type": type])
        case .list(let element, let count):
            return .object([
                "type": type,
                "minItems": count.lowerBound > 0 ? .number(count.lowerBound) : nil,
                "maxItems": count.upperBound < .max ? .number(count.upperBound) : nil,
                "items": element.node(),
            ])
        case .map(let element): return .object(["type": type, "additionalProperties": element.node()])
        }
    }

    /// A value that the schema accepts.
    var example: Node {
        switch self {
        case .text(_, _, let example): .text(example)
        case .word(let words): .text(words.first ?? "")
        case .integer(_, let example): .number(example)
        case .number(let example): .number(example)
        case .boolean: .boolean(true)
        case .list(let element, let count): .list(count.upperBound > 0 ? [element.example] : [])
        case .map(let element): .object(["year": element.example])
        }
    }

    /// The name of its type in JSON Schema.
    var typeName: String {
        switch self {
        case .text, .word: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .list: "array"
        case .map: "object"
        }
    }
}

extension Node {
    /// A type of JSON Schema, or this type and null.
    static func type(_ name: String, isNullable: Bool) -> Node { isNullable ? .words([name, "null"]) : .text(name) }
}

import Wire
import Yams

extension Parameter {
    /// The parameters that many operations have, by the names of their descriptions.
    static let shared: KeyValuePairs<String, Parameter> = [
        "Cursor": .cursor, "IdempotencyKey": .idempotencyKey, "Limit": .limit, "Progress": .progress, "Range": .range,
    ]

    /// The parameter in an operation: a reference if it is a shared one.
    var node: Node {
        Self.shared.first { $0.value == self }.map { .reference("parameters", $0.key) } ?? definition
    }

    /// The description itself.
    var definition: Node {
        .object([
            "name": .text(name),
            "in": .text(place.rawValue),
            "required": .boolean(isRequired),
            "description": .text(description),
            "schema": schema.node(),
            "example": schema.example,
        ])
    }
}

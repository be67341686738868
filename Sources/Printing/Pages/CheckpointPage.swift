package import Labels

/// A signed checkpoint of the log on paper, which no one with write access to the log can alter.
package struct CheckpointPage: Sendable {
    /// The template used when a request names none.
    package static let template = "checkpoint-100x50"

    let fields: LabelFields

    package func label(note: String, entries: String, origin: String) -> LabelContent {
        let words = [
            "checkpoint": note, "entries": entries, "origin": origin,
            // The page is compared elsewhere with another copy of the log, so the time names its zone.
            "printedAt": fields.now(isNamed: true),
        ]
        return LabelContent(barcode: nil, fields: words)
    }
}

import Wire

extension PlacementResource {
    /// The verb in front of ``words``.
    var verb: String {
        switch kind {
        case "location", "container": "is in"
        case "custodian": "is with"
        case "disposed": "was"
        default: "is"
        }
    }

    /// The place with all around it, or a word for being nowhere.
    var words: String {
        if !path.isEmpty { return path.joined(separator: " › ") }
        switch kind {
        case "inTransit": return "in transit"
        case "disposed": return "disposed of"
        default: return barcode ?? kind
        }
    }
}

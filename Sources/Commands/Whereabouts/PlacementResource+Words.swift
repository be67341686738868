import Wire

extension PlacementResource {
    /// The verb before ``words``.
    var verb: String {
        switch kind {
        case "location", "container": "is in"
        case "custodian": "is with"
        case "disposed": "was"
        default: "is"
        }
    }

    /// The verb before ``words`` for a time in the past.
    var pastVerb: String {
        switch kind {
        case "location", "container": "was in"
        case "custodian": "was with"
        default: "was"
        }
    }

    /// The place with the places around it, or a word for a placement without one.
    var words: String {
        if !path.isEmpty { return path.joined(separator: " › ") }
        switch kind {
        case "inTransit": return "in transit"
        case "disposed": return "disposed of"
        default: return barcode ?? kind
        }
    }
}

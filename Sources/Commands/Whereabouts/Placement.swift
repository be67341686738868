import Localization
import Wire

extension PlacementResource {
    /// The verb in the column before ``words``.
    var verb: Message {
        switch kind {
        case "location", "container": Message("is in", context: "before a place")
        case "custodian": Message("is with", context: "before a name")
        case "disposed": Message("was", context: "before “disposed of”")
        default: Message("is", context: "before “in transit” or “unknown”")
        }
    }

    /// The verb in the column before ``words`` for a time in the past.
    var pastVerb: Message {
        switch kind {
        case "location", "container": Message("was in", context: "before a place")
        case "custodian": Message("was with", context: "before a name")
        case "disposed": Message("was", context: "before “disposed of”")
        default: Message("was", context: "before “in transit” or “unknown”")
        }
    }

    /// The place with the places around it, or a word for a placement without one.
    var words: Message {
        if !path.isEmpty { return Message(verbatim: path.joined(separator: " › ")) }
        return switch kind {
        case "inTransit": Message("in transit", context: "placement")
        case "disposed": Message("disposed of", context: "placement")
        case "unknown": Message("unknown", context: "placement")
        default: Message(verbatim: barcode ?? kind)
        }
    }

    /// A sentence about the present.
    var present: Message {
        switch kind {
        case "location", "container": Message("it is in \(words, "place") now")
        case "custodian": Message("it is with \(words, "holder") now")
        case "disposed": Message("it was disposed of now")
        case "inTransit": Message("it is in transit now")
        default: Message("it is \(words, "placement") now")
        }
    }

    /// Returns a sentence about a time in the past.
    func past(at time: Message) -> Message {
        switch kind {
        case "location", "container": Message("was in \(words, "place") at \(time, "time")")
        case "custodian": Message("was with \(words, "holder") at \(time, "time")")
        case "disposed": Message("was disposed of at \(time, "time")")
        case "inTransit": Message("was in transit at \(time, "time")")
        default: Message("was \(words, "placement") at \(time, "time")")
        }
    }
}

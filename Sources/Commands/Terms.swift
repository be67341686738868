import Localization
import Terminal

/// The words of the API as people read them.
///
/// A word that only a newer daemon knows stays as it is, and so does the name of a kind that the site invented.
enum Term {
    /// A kind of item, container, location or custodian, or one of these types itself.
    static func kind(_ word: String) -> Message {
        switch word {
        case "folder": Message("folder", context: "kind of item")
        case "item": Message("item", context: "kind of item")
        case "medium": Message("medium", context: "kind of item")
        case "volume": Message("volume", context: "kind of item")
        case "box": Message("box", context: "kind of container")
        case "cart": Message("cart", context: "kind of container")
        case "container": Message("container", context: "kind of container")
        case "crate": Message("crate", context: "kind of container")
        case "pallet": Message("pallet", context: "kind of container")
        case "location": Message("location", context: "kind of location")
        case "clerk": Message("clerk", context: "kind of custodian")
        case "custodian": Message("custodian", context: "kind of custodian")
        case "judge": Message("judge", context: "kind of custodian")
        case "supervisor": Message("supervisor", context: "kind of custodian")
        default: Message(verbatim: word)
        }
    }

    /// A kind with the title of a thing, if it has one: `box (Smith v. Jones)`.
    static func named(_ word: String, _ title: String?) -> Message {
        title.map { Message("\(kind(word), "kind") (\($0, "title"))") } ?? kind(word)
    }

    static func verdict(_ word: String) -> Message {
        switch word {
        case "accepted": Message("accepted", context: "verdict")
        case "attention": Message("attention", context: "verdict")
        case "refused": Message("refused", context: "verdict")
        default: Message(verbatim: word)
        }
    }

    /// How a placement is known.
    static func sighting(_ word: String) -> Message {
        switch word {
        case "direct": Message("direct", context: "how something was seen")
        case "implied": Message("implied", context: "how something was seen")
        default: Message(verbatim: word)
        }
    }

    static func role(_ word: String) -> Message {
        switch word {
        case "reader": Message("reader", context: "role")
        case "clerk": Message("clerk", context: "role")
        case "supervisor": Message("supervisor", context: "role")
        case "auditor": Message("auditor", context: "role")
        case "administrator": Message("administrator", context: "role")
        default: Message(verbatim: word)
        }
    }

    /// The act in a row of the access record.
    static func act(_ word: String) -> Message {
        switch word {
        case "thing": Message("thing", context: "what was accessed")
        case "log": Message("log", context: "what was accessed")
        case "right": Message("right", context: "what was accessed")
        case "role": Message("role", context: "what was accessed")
        case "record": Message("record", context: "what was accessed")
        default: Message(verbatim: word)
        }
    }

    static func outcome(_ word: String) -> Message {
        switch word {
        case "granted": Message("granted", context: "outcome of an access")
        case "refused": Message("refused", context: "outcome of an access")
        default: Message(verbatim: word)
        }
    }

    /// The level of a restriction.
    static func level(_ word: String) -> Message {
        switch word {
        case "open": Message("open", context: "level of a restriction")
        case "restricted": Message("restricted", context: "level of a restriction")
        case "sealed": Message("sealed", context: "level of a restriction")
        case "expunged": Message("expunged", context: "level of a restriction")
        default: Message(verbatim: word)
        }
    }

    /// Where the words of a search were found.
    static func finding(_ word: String) -> Message {
        switch word {
        case "barcode": Message("barcode", context: "where words were found")
        case "title": Message("title", context: "where words were found")
        case "page": Message("page", context: "where words were found")
        default: Message(verbatim: word)
        }
    }

    /// Returns the columns of the widest of these words.
    static func width(of words: [String], _ term: (String) -> Message) -> Int {
        words.map { term($0).styled.width }.max() ?? 0
    }
}

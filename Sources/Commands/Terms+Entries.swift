import Localization

extension Term {
    /// The kind of an entry, or `already-there` for a move that was not needed.
    static func entry(_ word: String) -> Message { transfer(word) ?? description(word) ?? other(word) }

    private static func transfer(_ word: String) -> Message? {
        switch word {
        case "relocated": Message("relocated", context: "kind of entry")
        case "charged-out": Message("charged-out", context: "kind of entry")
        case "returned": Message("returned", context: "kind of entry")
        case "refiled": Message("refiled", context: "kind of entry")
        case "handed-over": Message("handed-over", context: "kind of entry")
        case "dispatched": Message("dispatched", context: "kind of entry")
        case "missed": Message("missed", context: "kind of entry")
        case "disposed": Message("disposed", context: "kind of entry")
        case "already-there": Message("already-there", context: "kind of entry")
        case "renewed": Message("renewed", context: "kind of entry")
        case "counted": Message("counted", context: "kind of entry")
        case "not-found": Message("not-found", context: "kind of entry")
        case "wanted": Message("wanted", context: "kind of entry")
        case "pull-list-made": Message("pull-list-made", context: "kind of entry")
        case "pull-list-cancelled": Message("pull-list-cancelled", context: "kind of entry")
        default: nil
        }
    }

    private static func description(_ word: String) -> Message? {
        switch word {
        case "registered": Message("registered", context: "kind of entry")
        case "changed": Message("changed", context: "kind of entry")
        case "corrected": Message("corrected", context: "kind of entry")
        case "relabelled": Message("relabelled", context: "kind of entry")
        case "alias-bound": Message("alias-bound", context: "kind of entry")
        case "label-applied": Message("label-applied", context: "kind of entry")
        case "label-printed": Message("label-printed", context: "kind of entry")
        case "page-printed": Message("page-printed", context: "kind of entry")
        case "document-attached": Message("document-attached", context: "kind of entry")
        case "document-moved": Message("document-moved", context: "kind of entry")
        case "restricted": Message("restricted", context: "kind of entry")
        case "unrestricted": Message("unrestricted", context: "kind of entry")
        case "sealed": Message("sealed", context: "kind of entry")
        case "unsealed": Message("unsealed", context: "kind of entry")
        default: nil
        }
    }

    private static func other(_ word: String) -> Message {
        switch word {
        case "hold-placed": Message("hold-placed", context: "kind of entry")
        case "hold-released": Message("hold-released", context: "kind of entry")
        case "expungement-requested": Message("expungement-requested", context: "kind of entry")
        case "expunged": Message("expunged", context: "kind of entry")
        case "supply-received": Message("supply-received", context: "kind of entry")
        case "supply-counted": Message("supply-counted", context: "kind of entry")
        case "backed-up": Message("backed-up", context: "kind of entry")
        case "restored": Message("restored", context: "kind of entry")
        case "key-rotated": Message("key-rotated", context: "kind of entry")
        case "evidence-committed": Message("evidence-committed", context: "kind of entry")
        case "clock-stepped-back": Message("clock-stepped-back", context: "kind of entry")
        case "clock-stepped-forward": Message("clock-stepped-forward", context: "kind of entry")
        default: Message(verbatim: word)
        }
    }
}

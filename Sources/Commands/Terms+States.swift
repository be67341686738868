import Localization

extension Term {
    /// The state of outguided.
    static func daemon(_ word: String) -> Message {
        switch word {
        case "ready": Message("ready", context: "state of outguided")
        case "degraded": Message("degraded", context: "state of outguided")
        case "verifying": Message("verifying", context: "state of outguided")
        default: Message(verbatim: word)
        }
    }

    /// The state of a scanner; the reason, in the words of the daemon, if it is not read.
    static func scanner(_ word: String) -> Message {
        word == "reading" ? Message("reading", context: "state of a scanner") : Message(verbatim: word)
    }

    /// What happened to a scanner.
    static func scannerEvent(_ word: String) -> Message {
        switch word {
        case "attached": Message("attached", context: "event of a scanner")
        case "detached": Message("detached", context: "event of a scanner")
        case "failed": Message("failed", context: "event of a scanner")
        case "rejected": Message("rejected", context: "event of a scanner")
        default: Message(verbatim: word)
        }
    }

    static func printer(_ word: String) -> Message {
        switch word {
        case "idle": Message("idle", context: "state of a printer")
        case "processing": Message("processing", context: "state of a printer")
        case "stopped": Message("stopped", context: "state of a printer")
        case "unknown": Message("unknown", context: "state of a printer")
        default: Message(verbatim: word)
        }
    }

    /// The state of a print run.
    static func run(_ word: String) -> Message {
        switch word {
        case "running": Message("running", context: "state of a print run")
        case "open": Message("open", context: "state of a print run")
        case "done": Message("done", context: "state of a print run")
        case "cancelled": Message("cancelled", context: "state of a print run")
        default: Message(verbatim: word)
        }
    }

    /// The state of a label of a print run.
    static func label(_ word: String) -> Message {
        switch word {
        case "waiting": Message("waiting", context: "state of a label")
        case "sent": Message("sent", context: "state of a label")
        case "printed": Message("printed", context: "state of a label")
        case "doubtful": Message("doubtful", context: "state of a label")
        case "cancelled": Message("cancelled", context: "state of a label")
        default: Message(verbatim: word)
        }
    }

    static func pullList(_ word: String) -> Message {
        switch word {
        case "open": Message("open", context: "state of a pull list")
        case "done": Message("done", context: "state of a pull list")
        case "cancelled": Message("cancelled", context: "state of a pull list")
        default: Message(verbatim: word)
        }
    }

    /// The state of an item on a pull list.
    static func wanted(_ word: String) -> Message {
        switch word {
        case "wanted": Message("wanted", context: "state on a pull list")
        case "pulled": Message("pulled", context: "state on a pull list")
        case "not-found": Message("not-found", context: "state on a pull list")
        default: Message(verbatim: word)
        }
    }

    /// The state of a check of “outguide doctor”.
    static func check(_ word: String) -> Message {
        switch word {
        case "ok": Message("ok", context: "state of a check")
        case "warning": Message("warning", context: "state of a check")
        case "failed": Message("failed", context: "state of a check")
        default: Message("unknown", context: "state of a check")
        }
    }
}

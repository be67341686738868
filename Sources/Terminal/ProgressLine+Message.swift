import Localization
import Wire

extension ProgressLine.Phrase {
    /// The phrase in the language of the person at the terminal.
    var message: Message {
        switch self {
        case .stage(let stage): Self.message(stage: stage)
        case .amount(let done, let total): Message("\(done, "part") of \(total, "total")")
        case .left(let time): Message("\(time, "duration") left")
        }
    }

    private static func message(stage: String?) -> Message {
        switch stage {
        case nil: Message("starting", context: "progress")
        case "receiving": Message("sending the backup", context: "progress")
        case "copying": Message("copying the log", context: "progress")
        case "file": Message("checking the database file", context: "progress")
        case "entries": Message("checking entries", context: "progress")
        case "tables": Message("comparing tables", context: "progress")
        case "replaying": Message("replaying entries", context: "progress")
        case "fetching": Message("fetching the backup", context: "progress")
        case "documents": Message("copying documents", context: "progress")
        case "checking-documents": Message("checking documents", context: "progress")
        case "exporting": Message("writing files", context: "progress")
        case let other?: Message(verbatim: other)
        }
    }
}

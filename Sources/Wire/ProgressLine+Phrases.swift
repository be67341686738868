extension ProgressLine {
    /// The phrases of the line, which its program may translate.
    public enum Phrase: Sendable, Hashable {
        /// What is being done; nil before the first stage.
        case stage(String?)
        case amount(String, of: String)
        /// The remaining time.
        case left(String)

        public var english: String {
            switch self {
            case .stage(let stage): Self.label(of: stage)
            case .amount(let done, let total): "\(done) of \(total)"
            case .left(let time): "\(time) left"
            }
        }

        private static func label(of stage: String?) -> String {
            switch stage {
            case nil: "starting"
            case "receiving": "sending the backup"
            case "copying": "copying the log"
            case "file": "checking the database file"
            case "entries": "checking entries"
            case "tables": "comparing tables"
            case "replaying": "replaying entries"
            case "fetching": "fetching the backup"
            case "documents": "copying documents"
            case "checking-documents": "checking documents"
            case "exporting": "writing files"
            case let other?: other
            }
        }
    }
}

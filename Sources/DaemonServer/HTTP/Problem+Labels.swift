import Labels
import Wire

extension Problem {
    init(_ error: LabelError) {
        self.init(.labelTemplate, status: 422, detail: error.description)
    }

    init(_ error: PrintError) {
        let status =
            switch error {
            case .copies, .emptyDocument: 400
            case .unknownPrinter: 404
            case .refused: 502
            case .serverAway, .unkept, .uncounted: 503
            // Conditions of the printer that may change.
            default: 409
            }
        self.init(ProblemKind(rawValue: error.kind), status: status, detail: error.description)
    }
}

import Labels
import Printers
import Wire

extension Problem {
    init(_ error: LabelError) { self.init(.labelTemplate, detail: error.description) }

    init(_ error: PrintError) { self.init(ProblemKind(rawValue: error.kind), detail: error.description) }
}

import Labels
import Wire

extension Problem {
    init(_ error: LabelError) {
        self.init(.labelTemplate, status: 422, detail: error.description)
    }

    init(_ error: PrintError) {
        switch error {
        case .unknownPrinter: self.init(.notFound, status: 404, detail: error.description)
        case .copies: self.init(.invalidRequest, status: 400, detail: error.description)
        default: self.init(.printing, status: 502, detail: error.description)
        }
    }
}

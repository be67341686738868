package import Circulation
package import Labels
package import Printers
package import TransferLog
package import Vocabulary

/// The reason why labels or pages cannot be printed, or why a wait for them ended.
package enum PrintingError: Error, Sendable, CustomStringConvertible {
    case printer(PrintError)
    /// Trouble that the printer may report wrongly, so that a clerk may override it.
    case overridable(PrintError)
    case label(LabelError)
    case template(LabelTemplateLibraryError)
    case refused(Refusal)
    case log(TransferLogError)
    /// The used cells of a sheet could not be recorded, in the words of the file.
    case sheets(String)
    /// The recorded reason why a batch is stopped.
    case stopped(PrintBatch.Trouble)
    /// Labels that may have been printed: the first of them, and the number of all.
    case labelsInDoubt([String], count: Int, of: PrintBatchNumber)
    case cancelled(PrintBatchNumber)
    case unfinished(PrintBatchNumber)
    /// The daemon stops; the batch stays open.
    case ending(PrintBatchNumber)
    /// The template has no scales; `known` are templates that have.
    case noScales(String, known: [String])
    /// Nothing on the pull list with this barcode is wanted.
    case nothingWanted(String)
    case failed

    /// Classifies `error`.
    package init(_ error: any Error) {
        switch error {
        case let error as PrintingError: self = error
        case let error as PrintError: self = .printer(error)
        case let error as LabelError: self = .label(error)
        case let error as Refusal: self = .refused(error)
        case let error as TransferLogError: self = .log(error)
        default: self = .failed
        }
    }

    /// A stable word.
    package var kind: String {
        switch self {
        case .printer(let error), .overridable(let error): error.kind
        case .label, .template: "label-template"
        case .refused(let refusal): refusal.kind.rawValue
        case .log(let error): error.kind
        case .sheets: "degraded"
        case .stopped(let trouble): trouble.kind
        case .labelsInDoubt: "labels-in-doubt"
        case .cancelled, .unfinished, .nothingWanted: "conflict"
        case .ending: "ending"
        case .noScales: "invalid-request"
        case .failed: "internal"
        }
    }

    package var description: String {
        switch self {
        case .printer(let error): error.description
        case .overridable(let error):
            "\(error.description); if that is not so, print all the same with --despite \(error.kind)"
        case .label(let error): error.description
        case .template(let error): error.description
        case .refused(let refusal): refusal.description
        case .log(let error): error.description
        case .sheets(let words): words
        case .stopped(let trouble): trouble.detail
        case .labelsInDoubt(let names, let count, let number):
            "cannot say whether these labels came out: \(names.joined(separator: ", "))"
                + (count > Self.namedLabels ? " and \(count - Self.namedLabels) more" : "")
                + "; look at the printer, then go on with outguide label batch resume \(number) --in-doubt print, or keep "
                + "if they are there"
        case .cancelled(let number): "cannot print all labels of the run \(number): it was cancelled"
        case .unfinished(let number): "cannot print all labels of the run \(number): it is not finished"
        case .ending(let number):
            "cannot wait for the run of labels \(number): outguided is ending; it goes on with batch resume"
        case .noScales(let name, let known):
            "cannot measure by \(name): it has no scales; \(known.joined(separator: ", ")) have"
        case .nothingWanted(let list): "cannot print \(list): nothing on it is wanted any more"
        case .failed: "cannot answer: outguided failed; its log says why"
        }
    }

    /// The number of doubtful labels that the message names.
    static let namedLabels = 10
}

extension PrintBatch.Trouble {
    init(_ error: PrintingError) { self.init(kind: error.kind, detail: error.description) }
}

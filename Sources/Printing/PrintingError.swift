package import Circulation
package import Labels
package import Localization
package import Printers
package import TransferLog
package import Vocabulary

/// The reason why labels or pages cannot be printed, or why a wait for them ended.
package enum PrintingError: Error, Sendable, MessageConvertible {
    case printer(PrintError)
    /// Trouble that the printer may report wrongly, so that a clerk may override it.
    case overridable(PrintError)
    case label(LabelError)
    case template(LabelTemplateLibraryError)
    case refused(Refusal)
    case log(TransferLogError)
    /// The used cells of a sheet could not be recorded, in the words of the file.
    case sheets(Message)
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

    package var message: Message {
        switch self {
        case .printer(let error): error.message
        case .overridable(let error):
            Message(
                "\(error, "reason"); if that is not so, print all the same with --despite \(error.kind, "kind")"
            )
        case .label(let error): error.message
        case .template(let error): error.message
        case .refused(let refusal): refusal.message
        case .log(let error): error.asMessage
        case .sheets(let words): words
        // The log keeps it in English.
        case .stopped(let trouble): Message(verbatim: trouble.detail)
        case .labelsInDoubt(let names, let count, let number):
            Message(
                "cannot say whether these labels came out: \(Self.list(names, of: count), "items"); look at the "
                    + "printer, "
                    + "then go on with outguide label batch resume \(number, "run") --in-doubt print, or keep if they "
                    + "are "
                    + "there"
            )
        case .cancelled(let number):
            Message("cannot print all labels of the run \(number, "run"): it was cancelled")
        case .unfinished(let number):
            Message("cannot print all labels of the run \(number, "run"): it is not finished")
        case .ending(let number):
            Message(
                "cannot wait for the run of labels \(number, "run"): outguided is ending; it goes on with batch resume"
            )
        case .noScales(let name, let known):
            Message(
                "cannot measure by \(name, "template"): it has no scales; "
                    + "\(known.joined(separator: ", "), "templates") have"
            )
        case .nothingWanted(let list):
            Message("cannot print \(list, "list"): nothing on it is wanted any more")
        case .failed: Message("cannot answer: outguided failed; its log says why")
        }
    }

    /// The first of the doubtful labels, and how many more there are.
    private static func list(_ names: [String], of count: Int) -> Message {
        let list = names.joined(separator: ", ")
        guard count > namedLabels else { return Message(verbatim: list) }
        return Message("\(list, "items") and \(count - namedLabels, "more") more")
    }

    /// The number of doubtful labels that the message names.
    static let namedLabels = 10
}

extension PrintBatch.Trouble {
    init(_ error: PrintingError) { self.init(kind: error.kind, detail: error.description) }
}

import Circulation
import DaemonServices
import Hummingbird
import Intake
import Labels
import Printers
import Printing
import Safekeeping
import TransferLog
import Wire

extension Problem {
    /// The problem document that describes `error` to a client.
    init(describing error: any Error, path: String) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as Refusal: self.init(refusal)
        case let error as TransferLogError: self.init(error)
        case let error as CheckpointKeeperError where error.isDeclared:
            self.init(.conflict, detail: error.description)
        case let error as CheckpointKeeperError: self.init(.degraded, detail: error.description)
        case let error as BackupError: self.init(error)
        case let error as DocumentStoreError: self.init(.degraded, detail: error.description)
        case DropFolderError.tooLong(let limit):
            self.init(.tooLarge, detail: DropFolderError.tooLong(limit: limit).description)
        case let error as DropFolderError: self.init(.degraded, detail: error.description)
        case let error as WorkBudgetError: self.init(error)
        case let error as TooManyListeners: self.init(.busy, detail: error.description)
        case let error as PrintingError: self.init(error)
        case let error as PrintError: self.init(.printer(error))
        case let error as LabelError: self.init(.label(error))
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, detail: "cannot find \(path): there is no such path")
        case let error as HTTPError where error.status == .contentTooLarge:
            self.init(.tooLarge, detail: "cannot take the request: it has too many bytes")
        case let error as HTTPError:
            let reason = error.body ?? error.status.reasonPhrase
            self.init(.invalidRequest, status: error.status.code, detail: "cannot take the request: \(reason)")
        default:
            self.init(.internalError, detail: "cannot answer: outguided failed; its log says why")
        }
    }

    init(_ refusal: Refusal) {
        self.init(ProblemKind(rawValue: refusal.kind.rawValue), detail: refusal.description)
    }

    init(_ error: TransferLogError) {
        let retryAfter = error == .unverified ? 10 : nil
        self.init(ProblemKind(rawValue: error.kind), detail: error.description, retryAfter: retryAfter)
    }

    init(_ error: WorkBudgetError) {
        let kind: ProblemKind = error.isOfUser ? .tooManyRequests : .busy
        self.init(kind, detail: error.description, retryAfter: error.seconds)
    }

    init(_ error: PrintingError) {
        guard case .log(let error) = error else {
            self.init(ProblemKind(rawValue: error.kind), detail: error.description)
            return
        }
        self.init(error)
    }

    init(_ error: BackupError) {
        switch error {
        case .busy: self.init(.busy, detail: error.description)
        case .gone: self.init(.notFound, detail: error.description)
        case .notABackup, .unsound: self.init(.unsoundBackup, detail: error.description)
        case .wouldFork: self.init(.conflict, detail: error.description)
        case .noRoom, .files: self.init(.degraded, detail: error.description)
        }
    }
}

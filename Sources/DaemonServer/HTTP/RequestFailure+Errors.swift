import Circulation
import DaemonServices
import Hummingbird
import Intake
import Labels
import Localization
import Printers
import Printing
import Safekeeping
import TransferLog
import Wire
import WireResources

extension RequestFailure {
    /// The failure that describes `error` to a client.
    init(describing error: any Error, path: String) {
        switch error {
        case let failure as RequestFailure: self = failure
        case let refusal as Refusal: self.init(refusal)
        case let error as TransferLogError: self.init(error)
        case let error as CheckpointKeeperError where error.isDeclared:
            self.init(.conflict, error.asMessage)
        case let error as CheckpointKeeperError: self.init(.degraded, error.asMessage)
        case let error as BackupError: self.init(error)
        case let error as DocumentStoreError: self.init(.degraded, error.asMessage)
        case DropFolderError.tooLong(let limit):
            self.init(.tooLarge, DropFolderError.tooLong(limit: limit).message)
        case let error as DropFolderError: self.init(.degraded, error.asMessage)
        case let error as WorkBudgetError: self.init(error)
        case let error as TooManyListeners: self.init(.busy, error.asMessage)
        case let error as PrintingError: self.init(error)
        case let error as PrintError: self.init(.printer(error))
        case let error as LabelError: self.init(.label(error))
        case let error as HTTPError where error.status == .notFound:
            self.init(.notFound, Message("cannot find \(path, "path"): there is no such path"))
        case let error as HTTPError where error.status == .contentTooLarge:
            self.init(.tooLarge, Message("cannot take the request: it has too many bytes"))
        case let error as HTTPError:
            let reason = error.body ?? error.status.reasonPhrase
            self.init(
                .invalidRequest,
                status: error.status.code,
                Message("cannot take the request: \(reason, "reason")")
            )
        default:
            self.init(.internalError, Message("cannot answer: outguided failed; its log says why"))
        }
    }

    init(_ refusal: Refusal) {
        self.init(ProblemKind(rawValue: refusal.kind.rawValue), refusal.message)
    }

    init(_ error: TransferLogError) {
        let retryAfter = error == .unverified ? 10 : nil
        self.init(ProblemKind(rawValue: error.kind), error.asMessage, retryAfter: retryAfter)
    }

    init(_ error: WorkBudgetError) {
        let kind: ProblemKind = error.isOfUser ? .tooManyRequests : .busy
        self.init(kind, error.asMessage, retryAfter: error.seconds)
    }

    init(_ error: PrintingError) {
        guard case .log(let error) = error else {
            self.init(ProblemKind(rawValue: error.kind), error.asMessage)
            return
        }
        self.init(error)
    }

    init(_ error: BackupError) {
        switch error {
        case .busy: self.init(.busy, error.asMessage)
        case .gone: self.init(.notFound, error.asMessage)
        case .notABackup, .unsound: self.init(.unsoundBackup, error.asMessage)
        case .wouldFork: self.init(.conflict, error.asMessage)
        case .noRoom, .files: self.init(.degraded, error.asMessage)
        }
    }
}

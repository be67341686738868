import DaemonServices
import Localization
import TransferLog
import Vocabulary
import Wire
import WireResources

/// Carries out each request with an idempotency key once, and repeats its response.
///
/// The log records that a request begins, and then its response. A repetition waits for a request that is running. One
/// that was interrupted is refused, because it may have been carried out, unless carrying it out again does no harm.
actor KeyedRequests {
    /// A request with a key whose response is stored.
    struct Request: Sendable {
        let key: RequestKey
        let path: String
        /// The entities that it is about, whose expungement forgets the key.
        let entities: [EntityID]
        /// The language of a refusal that is stored.
        var localizer: @Sendable () -> Localizer = { .english(.plain) }
        /// The clearance of the caller, who gets no response about a concealed entity.
        let clearance: Clearance
        /// Where to look for what an interrupted request did; nil if it can be carried out again.
        let remains: String?
        /// Whether the act repairs a log that cannot be written, so that it is carried out although its beginning
        /// cannot be recorded.
        var repairsLog = false
    }

    private struct Name: Hashable {
        let principal: Principal
        let text: String

        init(_ key: RequestKey) { (principal, text) = (key.principal, key.text) }
    }

    private enum Ending: Sendable {
        case response(StoredResponse)
        case failure(any Error)
        /// It was cancelled before it did anything.
        case givenUp
    }

    private struct Run {
        let key: RequestKey
        let task: Task<Ending, Never>
    }

    private var runs: [Name: Run] = [:]

    /// Returns the response of `act`, which is called unless a request with the key was carried out before.
    func response(
        to request: Request,
        in log: TransferLog,
        _ act: @escaping @Sendable () async throws -> StoredResponse
    ) async throws -> StoredResponse {
        let name = Name(request.key)
        while let run = runs[name] {
            guard run.key == request.key else { throw TransferLogError.keyReused(request.key.text) }
            switch await run.task.value {
            case .response(let response): return response
            case .failure(let error): throw error
            case .givenUp: try Task.checkCancellation()
            }
        }
        let task = Task { await carryOut(request, in: log, act) }
        runs[name] = Run(key: request.key, task: task)
        switch await task.value {
        case .response(let response): return response
        case .failure(let error): throw error
        case .givenUp: throw CancellationError()
        }
    }

    private func carryOut(
        _ request: Request,
        in log: TransferLog,
        _ act: @Sendable () async throws -> StoredResponse
    ) async -> Ending {
        defer { runs[Name(request.key)] = nil }
        do {
            switch try await log.write(as: request.clearance, { try $0.begin(request.key, about: request.entities) }) {
            case .new: break
            case .begun:
                guard let remains = request.remains else { break }
                let detail = Message(
                    "cannot say whether this was done: the request with this idempotency key was interrupted; look at "
                        + "\(remains, "path"), and send what is still to be done with a new key"
                )
                return .failure(RequestFailure(.outcomeUnknown, detail))
            case .ended(let response): return .response(response)
            case .concealed:
                let detail = Message(
                    "cannot repeat the response to the request with this idempotency key: ask a supervisor"
                )
                return .failure(RequestFailure(.outcomeUnknown, detail))
            }
        } catch let error as TransferLogError where request.repairsLog && RequestFailure(error).kind == .degraded {
            // The response is stored in the repaired log.
        } catch {
            return .failure(error)
        }
        do {
            let response = try await act()
            // Without this, a repetition learns that the outcome is unknown.
            try? await log.write { try $0.store(response, of: request.key) }
            return .response(response)
        } catch {
            return await ending(of: request, after: error, in: log)
        }
    }

    /// Stores a refusal that may have come after a part of the act; forgets the key if nothing was done.
    private func ending(of request: Request, after error: any Error, in log: TransferLog) async -> Ending {
        guard !(error is CancellationError) else {
            try? await log.write { try $0.forget(request.key) }
            return .givenUp
        }
        let failure = RequestFailure(describing: error, path: request.path)
        switch failure.status {
        case 409, 422:
            if let body = try? WireCoding.encode(Problem(failure, by: request.localizer())) {
                let response = StoredResponse(status: failure.status, body: Array(body))
                try? await log.write { try $0.store(response, of: request.key) }
            }
        case 400..<500: try? await log.write { try $0.forget(request.key) }
        case _ where failure.kind == .busy: try? await log.write { try $0.forget(request.key) }
        // The act may have been interrupted anywhere.
        default: break
        }
        return .failure(error)
    }
}

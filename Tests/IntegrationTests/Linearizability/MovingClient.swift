import DaemonClient
import Synchronization
import TestSupport
import Wire

/// A client that moves, charges out, returns and looks for a few things, one call after the other, and tells a recorder.
///
/// When the daemon dies before it answered, the call is sent again with the same key to the next one; once in a while the
/// client gives up instead, and nobody knows whether the call was done.
struct MovingClient: Sendable {
    /// The things, shelves and custodians of a history, by their barcodes.
    struct Stage: Sendable {
        let things: [String]
        let shelves: [String]
        let custodians: [String]

        func barcode(of place: HistoryPlace) -> String {
            switch place {
            case .shelf(let index): shelves[index]
            case .custodian(let index): custodians[index]
            }
        }

        func place(_ barcode: String?) -> HistoryPlace? {
            if let index = shelves.firstIndex(where: { $0 == barcode }) { return .shelf(index) }
            return custodians.firstIndex(where: { $0 == barcode }).map { HistoryPlace.custodian($0) }
        }
    }

    let socket: String
    let stage: Stage
    let recorder: CallRecorder
    let seed: UInt64

    /// Calls until the recorder says that it is over; an answer that no call may have ends the history.
    func run() async throws {
        var generator = SeededGenerator(seed: seed)
        let key = Mutex(IdempotencyKey(using: &generator))
        let client = DaemonClient(socketPath: socket, makeKey: { key.withLock { $0 } })
        do {
            while recorder.life != nil {
                let thing = stage.things[Int.random(in: 0..<stage.things.count, using: &generator)]
                let act = act(using: &generator)
                let next = IdempotencyKey(using: &generator)
                key.withLock { $0 = next }
                let givesUp = Int.random(in: 0..<16, using: &generator) == 0
                let began = recorder.begin()
                let answer = try await answer(to: act, on: thing, givesUp: givesUp, client)
                recorder.add(act, on: thing, began: began, answer: answer)
            }
        } catch {
            recorder.end()
            await client.close()
            throw error
        }
        await client.close()
    }

    /// nil when nothing was heard.
    private func answer(
        to act: RecordedCall.Act,
        on thing: String,
        givesUp: Bool,
        _ client: DaemonClient
    ) async throws -> RecordedCall.Answer? {
        while let life = recorder.life {
            do throws(DaemonClientError) {
                return try read(await ask(act, thing, client), of: act)
            } catch {
                switch error {
                case .problem(let problem) where problem.kind == ProblemKind(rawValue: "charged-out-to-another"):
                    return .isChargedOut
                case .problem(let problem) where problem.kind == ProblemKind(rawValue: "not-charged-out"):
                    return .isNotChargedOut
                case .unreachable, .connectionLost:
                    guard !givesUp, await recorder.isFollowed(life: life) else { return nil }
                default: throw error
                }
            }
        }
        return nil
    }

    private enum Said {
        case movement(MovementResource?)
        case whereabouts(WhereaboutsResource)
    }

    private func ask(
        _ act: RecordedCall.Act,
        _ thing: String,
        _ client: DaemonClient
    ) async throws(DaemonClientError) -> Said {
        switch act {
        case .move(let to):
            .movement(
                try await client.ask(API.Moves.move, MoveRequest(barcodes: [thing], to: stage.barcode(of: to)))
                    .movements.first
            )
        case .chargeOut(let to):
            .movement(
                try await client.ask(
                    API.ChargeOuts.chargeOut,
                    ChargeOutRequest(barcodes: [thing], to: stage.barcode(of: to))
                ).movements
                    .first
            )
        case .giveBack(let to):
            .movement(
                try await client.ask(
                    API.ChargeOuts.giveBack,
                    ReturnRequest(barcodes: [thing], to: stage.barcode(of: to))
                ).movements.first
            )
        case .look: .whereabouts(try await client.ask(API.Whereabouts.show, at: thing))
        }
    }

    private func read(_ said: Said, of act: RecordedCall.Act) throws(DaemonClientError) -> RecordedCall.Answer {
        switch said {
        case .movement(let movement?):
            return movement.entry.map { RecordedCall.Answer.moved(entry: $0) } ?? .alreadyThere
        case .movement(nil): throw .malformedAnswer("\(act) has no movement")
        case .whereabouts(let found):
            guard let place = stage.place(found.placement.barcode) else {
                throw .malformedAnswer("it is at \(found.placement)")
            }
            return .found(at: place, entry: found.entry)
        }
    }

    private func act(using generator: inout some RandomNumberGenerator) -> RecordedCall.Act {
        let shelf = HistoryPlace.shelf(Int.random(in: 0..<stage.shelves.count, using: &generator))
        let custodian = HistoryPlace.custodian(Int.random(in: 0..<stage.custodians.count, using: &generator))
        return switch Int.random(in: 0..<8, using: &generator) {
        case 0...1: .move(to: shelf)
        case 2...3: .chargeOut(to: custodian)
        case 4...5: .giveBack(to: shelf)
        default: .look
        }
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// What a few clerks do while something fails under the daemon, and what must be so afterwards.
final class FaultedWork {
    private let bed: DaemonBed
    private let faults: FaultInjection
    private let box: String
    private let shelves: [String]
    private let custodian: String
    private var acknowledged: Set<Int64> = []

    init(_ bed: DaemonBed, _ faults: FaultInjection) async throws {
        self.bed = bed
        self.faults = faults
        let client = DaemonClient(socketPath: bed.socket)
        shelves = [
            try await client.ask(API.Entities.locations.create, NewEntityRequest(name: "Shelf 1")).barcode,
            try await client.ask(API.Entities.locations.create, NewEntityRequest(name: "Shelf 2")).barcode,
        ]
        custodian = try await client.ask(API.Entities.custodians.create, NewEntityRequest(name: "A. Clerk")).barcode
        box = try await client.ask(API.Entities.containers.create, NewEntityRequest()).barcode
        await client.close()
    }

    /// Kills the daemon, and starts it on what it left.
    func startAnew() async throws {
        try await bed.kill()
        try await bed.start()
    }

    /// Starts the daemon under the fault, works, ends the fault, and returns what is not as it must be.
    ///
    /// Where SQLite gets no memory, GRDB may end the daemon, and the service manager starts it anew.
    func complaints(isLasting: Bool, mayEnd: Bool) async throws -> [String] {
        let before = endsByGRDB
        var complaints: [String] = []
        do {
            try await startAnew()
            complaints = await work(isLasting: isLasting)
        } catch {
            complaints = ["the daemon does not start: \(error)"]
        }
        faults.disarm()
        if mayEnd, endsByGRDB > before {
            complaints = []
            try await bed.kill()
        } else {
            complaints += await goOn()
            let status = try await bed.stop()
            if status != 0 { complaints.append("the daemon ended with \(status): \(bed.said.suffix(600))") }
        }
        try await bed.start()
        complaints += try await missing()
        return complaints
    }

    private var endsByGRDB: Int { bed.said.matches(of: /GRDB\/\w+\.swift:\d+: (Fatal error|Assertion failed)/).count }

    /// One of each call; what is refused must be refused with a reason, and be told by the status.
    func work(isLasting: Bool = false) async -> [String] {
        let client = DaemonClient(socketPath: bed.socket)
        let (box, shelves, custodian) = (box, shelves, custodian)
        let calls: [(String, () async throws -> MoveResponse)] = [
            ("move", { try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: shelves[0])) }),
            (
                "charge-out",
                { try await client.ask(API.ChargeOuts.chargeOut, ChargeOutRequest(barcodes: [box], to: custodian)) }
            ),
            (
                "return",
                { try await client.ask(API.ChargeOuts.giveBack, ReturnRequest(barcodes: [box], to: shelves[1])) }
            ),
            ("move", { try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: shelves[0])) }),
        ]
        var complaints: [String] = []
        for (name, call) in calls {
            do {
                for entry in try await call().movements.compactMap(\.entry) { acknowledged.insert(entry) }
            } catch {
                complaints += await objections(to: error, of: name, isLasting: isLasting, client)
            }
            do { _ = try await client.ask(API.Whereabouts.show, at: box) } catch {
                if Self.status(of: error) != 503 { complaints.append("where: \(error)") }
            }
        }
        await client.close()
        return complaints
    }

    private func objections(
        to error: any Error,
        of name: String,
        isLasting: Bool,
        _ client: DaemonClient
    ) async -> [String] {
        // A return of what could not be charged out is refused by the rules.
        if Self.status(of: error) == 422 { return [] }
        guard Self.status(of: error) == 503 else { return ["\(name): \(error)"] }
        do {
            let status = try await client.ask(API.Status.show)
            // One that is over may have been got over already.
            guard isLasting, status.state != "degraded" || status.logTrouble == nil else { return [] }
            return ["\(name) was refused (\(error)), and the status is \(status.state)"]
        } catch {
            return ["the status cannot be had: \(error)"]
        }
    }

    /// Without a fault the daemon takes changes in again, by itself and soon.
    private func goOn() async -> [String] {
        let client = DaemonClient(socketPath: bed.socket)
        let end = ContinuousClock.now + .seconds(20)
        var last = "nothing"
        while ContinuousClock.now < end {
            do {
                for shelf in shelves {
                    let response = try await client.ask(API.Moves.move, MoveRequest(barcodes: [box], to: shelf))
                    for entry in response.movements.compactMap(\.entry) { acknowledged.insert(entry) }
                }
                let status = try await client.ask(API.Status.show)
                await client.close()
                return status.state == "ready" ? [] : ["it goes on, and the status is \(status.state)"]
            } catch {
                last = "\(error)"
                await Task.yield()
            }
        }
        await client.close()
        return ["it does not go on: \(last)"]
    }

    private func missing() async throws -> [String] {
        let client = DaemonClient(socketPath: bed.socket)
        var held: Set<Int64> = []
        var cursor: String?
        repeat {
            let page = try await client.ask(
                API.Whereabouts.history,
                at: box,
                query: [Parameter.limit.set(1_000), Parameter.cursor.set(cursor)]
            )
            held.formUnion(page.items.map(\.entry))
            cursor = page.next
        } while cursor != nil
        await client.close()
        let lost = acknowledged.subtracting(held)
        return lost.isEmpty ? [] : ["acknowledged entries are gone: \(lost.sorted())"]
    }

    func verify() async throws {
        let client = DaemonClient(socketPath: bed.socket)
        #expect(try await client.ask(API.Log.verify).problems == [])
        await client.close()
    }

    private static func status(of error: any Error) -> Int? {
        if case .problem(let problem)? = error as? DaemonClientError { problem.status } else { nil }
    }
}

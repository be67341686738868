import FaultyFileLayer
import Foundation
import TestSupport

/// Makes the files, the memory and the clock of one daemon fail, from outside: the daemon runs with a library preloaded
/// that obeys what is said here.
struct FaultInjection: @unchecked Sendable {
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// What the daemon must find in its environment.
    let environment: [String: String]
    // Everything in a plan is atomic.
    private let plan: OpaquePointer

    /// Runs `body` with a plan of its own, under which nothing fails at first.
    static func with(_ body: (FaultInjection) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-faults-" + UUID().uuidString.prefix(8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(FaultInjection(path: path))
    }

    private init(path: String) throws {
        guard let plan = fault_plan_map(path) else { throw Unusable(description: "cannot map \(path)") }
        self.plan = plan
        environment = [
            "LD_PRELOAD": try BuiltProduct.path(of: "libdaemon-faults.so"), "OUTGUIDE_FAULT_PLAN": path,
        ]
    }

    /// Sets the clock of the daemon so many seconds off.
    func setClock(secondsOff seconds: Int64) { fault_plan_set_clock(plan, seconds) }

    /// Counts from 0 again; of operations of this kind, `count` fail after the first `first`.
    func arm(_ operation: log_operation, first: Int64, count: Int64 = .max) {
        fault_plan_arm(plan, operation, first, count)
    }

    /// Ends the fault, and returns how many operations failed.
    @discardableResult
    func disarm() -> Int64 { fault_plan_disarm(plan) }

    /// How many operations of this kind there were since counting began.
    func counted(_ operation: log_operation) -> Int64 { fault_plan_counted(plan, operation) }
}

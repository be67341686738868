import FaultyFileLayer

/// The plan that this process obeys.
struct FaultPlan {
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    private let plan: OpaquePointer

    /// Must be called once, before SQLite is used.
    init(path: String) throws(Unusable) {
        guard let plan = fault_plan_map(path) else { throw Unusable(description: "cannot map \(path)") }
        // A process that ended in the middle of a run left it armed.
        fault_plan_disarm(plan)
        let code = fault_plan_obey(plan)
        guard code == 0 else { throw Unusable(description: "cannot stand between SQLite and its files: error \(code)") }
        self.plan = plan
    }

    /// Counts from 0 again, and lets `fault` strike if there is one.
    func arm(_ fault: SweptFault?) {
        fault_plan_arm(plan, (fault?.operation ?? .open).code, fault?.first ?? 0, fault?.count ?? 0)
    }

    /// Ends the fault, and returns how many operations failed.
    @discardableResult
    func disarm() -> Int64 { fault_plan_disarm(plan) }

    func counted(_ operation: SweptOperation) -> Int64 { fault_plan_counted(plan, operation.code) }

    /// The first position of each place in the program that asks for memory while `body` runs.
    func places(_ body: () async throws -> Void) async rethrows -> [Int64] {
        fault_survey_begin()
        defer { fault_survey_end(nil, 0) }
        try await body()
        var positions = [Int64](repeating: 0, count: 1 << 15)
        let count = fault_survey_end(&positions, Int32(positions.count))
        return positions.prefix(Int(count)).sorted()
    }
}

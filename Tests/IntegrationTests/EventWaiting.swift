import DaemonClient
import Testing
import Wire

extension ScannerTests {
    /// Reads on until a scanner event of this kind came.
    static func skip(to kind: String, in events: inout EventStream.Iterator) async throws {
        while let event = try await events.next() {
            if case .scanner(let event) = event, event.kind == kind { return }
        }
        Issue.record("the daemon went away before a scanner was \(kind)")
    }

    /// The next outcomes, whatever else is told between them.
    static func outcomes(
        _ count: Int,
        from events: inout EventStream.Iterator
    ) async throws -> [OutcomeResource] {
        var outcomes: [OutcomeResource] = []
        while outcomes.count < count, let event = try await events.next() {
            if case .outcome(let outcome) = event { outcomes.append(outcome) }
        }
        return outcomes
    }
}

import DaemonClient
import Testing
import Wire

@testable import CommandBasics

@Suite struct ExitCodesTests {
    @Test(arguments: [
        ("not-found", nil, 3), ("unknown-barcode", nil, 3), ("unknown-entry", nil, 3), ("label-template", nil, 1),
        ("conflict", nil, 4), ("barcode-taken", nil, 4), ("already-voided", nil, 4), ("already-requested", nil, 4),
        ("already-held", nil, 4), ("already-restricted", nil, 4), ("already-wanted", nil, 4), ("partly-taken", nil, 4),
        ("unknown-pull-list", nil, 3), ("not-permitted", nil, 5), ("invalid-request", nil, 64),
        ("invalid-request", 405, 64), ("invalid-request", 411, 64), ("invalid-request", 415, 64),
        ("invalid-request", 416, 64), ("invalid-file", nil, 64), ("too-many-requests", nil, 1),
        ("invalid-barcode", nil, 64), ("too-large", nil, 64), ("busy", nil, 1), ("degraded", nil, 1),
        ("print-refused", nil, 1), ("print-server-away", nil, 1), ("out-of-labels", nil, 1),
        ("labels-in-doubt", nil, 1),
        ("unknown-printer", nil, 3), ("undecodable-image", nil, 1), ("internal", nil, 70), ("into-itself", nil, 1),
        ("brand-new", nil, 1), ("brand-new", 418, 1), ("brand-new", 599, 70),
    ])
    func followsTheProblem(kind: String, status: Int?, code: Int32) {
        let problem = Problem(ProblemKind(rawValue: kind), status: status, detail: "cannot")
        #expect(ExitCodes(problem).rawValue == code)
        #expect(ExitCodes(.problem(problem)).rawValue == code)
    }

    @Test func followsTheFailure() {
        #expect(ExitCodes(.unreachable(path: "", reason: "")) == .unreachable)
        #expect(ExitCodes(.connectionLost(path: "")) == .unreachable)
        #expect(ExitCodes(.timedOut(.seconds(1))) == .unreachable)
        #expect(ExitCodes(.notPermitted(path: "")) == .notPermitted)
        #expect(ExitCodes(.pathTooLong("")) == .usage)
        #expect(ExitCodes(.requestTooLong(limit: 1)) == .usage)
        #expect(ExitCodes(.malformedAnswer("")) == .bug)
    }

    @Test func areTheDocumentedNumbers() {
        #expect(ExitCodes.allCases.map(\.rawValue) == [0, 1, 3, 4, 5, 6, 64, 69, 70, 74])
    }
}

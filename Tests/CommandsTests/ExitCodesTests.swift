import DaemonClient
import Testing
import Wire

@testable import Commands

@Suite struct ExitCodesTests {
    @Test(arguments: [
        ("not-found", 404, 3), ("unknown-barcode", 422, 3), ("unknown-entry", 422, 3), ("label-template", 404, 3),
        ("label-template", 422, 1),
        ("conflict", 409, 4), ("barcode-taken", 409, 4), ("already-voided", 422, 4), ("already-requested", 422, 4),
        ("not-permitted", 403, 5), ("invalid-request", 400, 64),
        ("invalid-barcode", 400, 64), ("too-large", 413, 64), ("busy", 503, 1), ("degraded", 503, 1),
        ("print-refused", 502, 1), ("print-server-away", 503, 1), ("out-of-labels", 409, 1),
        ("unknown-printer", 404, 3), ("undecodable-image", 422, 1), ("internal", 500, 70), ("into-itself", 422, 1),
        ("brand-new", 418, 1), ("brand-new", 599, 70),
    ])
    func followsTheProblem(kind: String, status: Int, code: Int32) {
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

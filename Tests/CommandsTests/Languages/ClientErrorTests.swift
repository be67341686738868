import DaemonClient
import Localization
import Testing
import Wire

@testable import CommandBasics

/// The client's errors say in English what their messages say.
@Suite struct ClientErrorTests {
    @Test(
        arguments: [
            .pathTooLong("/p"), .unreachable(path: "/p", reason: "there is no such socket"),
            .unreachable(path: "/p", reason: "no process listens there"),
            .unreachable(path: "/p", reason: "Too many files"),
            .notPermitted(path: "/p"),
            .problem(Problem(ProblemKind(rawValue: "busy"), status: nil, detail: "cannot now")),
            .requestTooLong(limit: 5), .unlistedRequest("GET /"), .answerTooLong(limit: 5),
            .malformedAnswer("it is {}"),
            .connectionLost(path: "/p"), .timedOut(.seconds(30)), .cancelled,
        ] as [DaemonClientError]
    )
    func messagesAreTheDescriptions(error: DaemonClientError) {
        #expect(error.message.english == error.description)
    }
}

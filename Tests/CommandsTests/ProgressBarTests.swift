import CommandBasics
import DaemonClient
import Terminal
import Testing
import Wire

@Suite struct ProgressBarTests {
    /// The progress is queried beside the request, where no error is reported.
    @Test func aCommandThatDoesNotListProgressIsRefused() async throws {
        let daemon = DaemonClient(socketPath: "/nonexistent/outguide.sock", asks: [API.Log.rebuild.outline])
        let output = await Output(format: .json)
        let failure = await #expect(throws: DaemonClientError.self) {
            try await ProgressBar.following(daemon, output) { _ in }
        }
        #expect(failure == .unlistedRequest(API.Progress.show.outline.name))
        await daemon.close()
    }
}

import Testing

@testable import CommandBasics

@Suite struct MomentArgumentTests {
    @Test(arguments: ["2026-01-31", "2026-01-31 13:45 UTC", "2026-01-31T13:45:07+01:00", "tomorrow", "Z"])
    func leavesToTheDaemonWhatItMeans(argument: String) {
        #expect(MomentArgument(argument: argument)?.text == argument)
    }

    @Test func isNotEmpty() {
        #expect(MomentArgument(argument: "") == nil)
    }
}

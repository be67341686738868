import Testing

@testable import Commands

@Suite struct MomentArgumentTests {
    @Test(arguments: [
        ("2026-01-31", "2026-01-31T00:00:00Z", "2026-01-31T23:59:59.999999Z"),
        ("2026-01-31 13:45 UTC", "2026-01-31T13:45:00Z", "2026-01-31T13:45:59.999999Z"),
        ("2026-01-31T13:45Z", "2026-01-31T13:45:00Z", "2026-01-31T13:45:59.999999Z"),
        ("2026-01-31 13:45:07 UTC", "2026-01-31T13:45:07Z", "2026-01-31T13:45:07Z"),
        ("2026-01-31T13:45:07.5Z", "2026-01-31T13:45:07.5Z", "2026-01-31T13:45:07.5Z"),
        ("2026-01-31T13:45:07+01:00", "2026-01-31T13:45:07+01:00", "2026-01-31T13:45:07+01:00"),
    ])
    func hasAFirstAndALastInstant(argument: String, first: String, last: String) throws {
        let moment = try #require(MomentArgument(argument: argument))
        #expect(moment.first == first)
        #expect(moment.last == last)
        #expect(moment.isDay == (argument.utf8.count == 10))
    }

    @Test(arguments: ["2026-01-31 13:45", "13:45 UTC", "tomorrow", "2026-1-31", "Z", " UTC", "2026-01-31\u{301}Z"])
    func leavesToTheDaemonWhatItDoesNotKnow(argument: String) {
        #expect(MomentArgument(argument: argument)?.first == argument)
        #expect(MomentArgument(argument: argument)?.last == argument)
    }

    @Test func isNotEmpty() {
        #expect(MomentArgument(argument: "") == nil)
    }
}

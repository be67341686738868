import Testing

@testable import ReadingFiles

/// Files whose lines may come from several terminals.
@Suite struct LineSourceTests {
    /// A column that may say whose a row is decides where boxes go, so that nobody may guess.
    @Test(arguments: [
        "%0,7,14:41:00\n%1,8,14:41:05\n%2,7,14:41:07", "%0,north,2025-11-27 14:41:00\n%2,south,2025-11-27 14:41:05",
        "barcode,time,colour\n%0,2025-11-27 14:41:00,red\n%2,2025-11-27 14:41:05,blue",
        "barcode,time,id\n%0,2025-11-27 14:41:00,1\n%1,2025-11-27 14:41:05,2\n%2,2025-11-27 14:41:07,1",
        "%0,0032,A001\n%1,0044,A002\n%2,0032,A001\n%3,0044,A001",
    ])
    func aColumnOfUnknownMeaningIsRefused(rows: String) throws {
        var text = rows
        for (index, code) in ["LC000000002F", "LC000000003D", "BX0000000014", "BX0000000022"].enumerated() {
            text = text.replacing("%\(index)", with: code)
        }
        let refusal = try #require(FileBed.refusal(text))
        #expect(refusal.line > 0)
        #expect(refusal.reason.contains("--columns"))
    }

    /// Times that go back in the middle come from two terminals, or from a clock that was set.
    @Test func timesThatGoBackInTheMiddleAreRefused() throws {
        let refusal = try #require(
            FileBed.refusal(
                """
                LC000000002F,2025-11-27 14:41:00
                BX0000000014,2025-11-27 14:41:09
                LC000000003D,2025-11-27 14:41:05
                BX000000003Z,2025-11-27 14:41:14
                """
            )
        )
        #expect(refusal.line == 3)
        #expect(refusal.reason.contains("--scanner"))
    }
}

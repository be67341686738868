import Testing

@testable import Vocabulary

@Suite struct NameTests {
    @Test func principalsRoundTrip() {
        for principal in [Principal.user(1000), .custodian(EntityID(rawValue: 7)), .daemon] {
            #expect(Principal(principal.description) == principal)
        }
        #expect(Principal("uid:-1") == nil)
        #expect(Principal("root") == nil)
    }

    @Test func namesAreChecked() {
        #expect(StationName("desk-1")?.text == "desk-1")
        #expect(StationName("desk 1") == nil)
        #expect(StationName("") == nil)
        #expect(ScannerName("05e0:1200:A1")?.text == "05e0:1200:A1")
        #expect(ScannerName("a\u{1B}b") == nil)
        #expect(EntityKind("evidence-bag")?.name == "evidence-bag")
        #expect(EntityKind("Box") == nil)
        #expect(EntityKind("-box") == nil)
    }
}

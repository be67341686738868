import Testing

@testable import Records

@Suite struct PlacementTests {
    @Test(arguments: [
        Placement.location(RecordID(rawValue: 3)), .container(RecordID(rawValue: 4)), .custodian(RecordID(rawValue: 5)),
        .inTransit, .unknown, .disposed,
    ])
    func wordAndPlaceRoundTrip(placement: Placement) {
        #expect(Placement(word: placement.word, place: placement.place) == placement)
    }

    @Test func wordsThatDoNotFitAreRefused() {
        #expect(Placement(word: "location", place: nil) == nil)
        #expect(Placement(word: "unknown", place: RecordID(rawValue: 1)) == nil)
        #expect(Placement(word: "elsewhere", place: nil) == nil)
    }

    @Test func transfersAreNamedByTheirEnds() {
        let shelf = Placement.location(RecordID(rawValue: 1))
        let clerk = Placement.custodian(RecordID(rawValue: 2))
        let other = Placement.custodian(RecordID(rawValue: 3))
        #expect(TransferKind(from: .unknown, to: shelf) == .relocated)
        #expect(TransferKind(from: shelf, to: clerk) == .chargedOut)
        #expect(TransferKind(from: clerk, to: shelf) == .returned)
        #expect(TransferKind(from: clerk, to: other) == .handedOver)
        #expect(TransferKind(from: clerk, to: .inTransit) == .dispatched)
        #expect(TransferKind(from: clerk, to: .disposed) == .disposed)
    }
}

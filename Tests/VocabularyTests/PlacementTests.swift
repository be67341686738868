import Testing

@testable import Vocabulary

@Suite struct PlacementTests {
    @Test(arguments: [
        Placement.location(EntityID(rawValue: 3)), .container(EntityID(rawValue: 4)), .custodian(EntityID(rawValue: 5)),
        .inTransit, .unknown, .disposed,
    ])
    func wordAndPlaceRoundTrip(placement: Placement) {
        #expect(Placement(word: placement.word, place: placement.place) == placement)
    }

    @Test func wordsThatDoNotFitAreRefused() {
        #expect(Placement(word: "location", place: nil) == nil)
        #expect(Placement(word: "unknown", place: EntityID(rawValue: 1)) == nil)
        #expect(Placement(word: "elsewhere", place: nil) == nil)
    }

    @Test func transfersAreNamedByTheirEnds() {
        let shelf = Placement.location(EntityID(rawValue: 1))
        let clerk = Placement.custodian(EntityID(rawValue: 2))
        let other = Placement.custodian(EntityID(rawValue: 3))
        #expect(TransferKind(from: .unknown, to: shelf) == .relocated)
        #expect(TransferKind(from: shelf, to: clerk) == .chargedOut)
        #expect(TransferKind(from: clerk, to: shelf) == .returned)
        #expect(TransferKind(from: clerk, to: other) == .handedOver)
        #expect(TransferKind(from: clerk, to: .inTransit) == .dispatched)
        #expect(TransferKind(from: clerk, to: .disposed) == .disposed)
    }
}

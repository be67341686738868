import TestSupport
import Testing

/// The checker of histories accepts what a correct daemon can answer, and nothing else.
@Suite struct HistoryCheckerTests {
    private static let start = ThingState(place: .shelf(0), entry: 5)

    private func verdict(_ calls: [RecordedCall]) -> HistoryChecker.Verdict {
        var checker = HistoryChecker(calls)
        return checker.verdict(from: Self.start)
    }

    private func isImpossible(_ calls: [RecordedCall]) -> Bool { verdict(calls) != .linearizable }

    @Test func acceptsCallsOneAfterTheOther() {
        #expect(verdict([]) == .linearizable)
        #expect(
            verdict([
                RecordedCall(.look, began: 1, ended: 2, answer: .found(at: .shelf(0), entry: 5)),
                RecordedCall(.move(to: .shelf(1)), began: 3, ended: 4, answer: .moved(entry: 9)),
                RecordedCall(.move(to: .shelf(1)), began: 5, ended: 6, answer: .alreadyThere),
                RecordedCall(.giveBack(to: .shelf(0)), began: 7, ended: 8, answer: .isNotChargedOut),
                RecordedCall(.chargeOut(to: .custodian(0)), began: 9, ended: 10, answer: .moved(entry: 10)),
                RecordedCall(.chargeOut(to: .custodian(1)), began: 11, ended: 12, answer: .isChargedOut),
                RecordedCall(.giveBack(to: .shelf(2)), began: 13, ended: 14, answer: .moved(entry: 12)),
                RecordedCall(.look, began: 15, ended: 16, answer: .found(at: .shelf(2), entry: 12)),
            ]) == .linearizable
        )
    }

    @Test func acceptsCallsAtTheSameTimeInWhateverOrderFits() {
        // The move that was sent last was done first.
        #expect(
            verdict([
                RecordedCall(.move(to: .shelf(1)), began: 1, ended: 8, answer: .moved(entry: 7)),
                RecordedCall(.move(to: .shelf(2)), began: 2, ended: 7, answer: .moved(entry: 6)),
                RecordedCall(.look, began: 3, ended: 6, answer: .found(at: .shelf(2), entry: 6)),
                RecordedCall(.look, began: 9, ended: 10, answer: .found(at: .shelf(1), entry: 7)),
            ]) == .linearizable
        )
    }

    @Test func rejectsAnAnswerOutOfDate() {
        let move = RecordedCall(.move(to: .shelf(1)), began: 1, ended: 2, answer: .moved(entry: 6))
        let late = RecordedCall(.look, began: 3, ended: 4, answer: .found(at: .shelf(0), entry: 5))
        #expect(verdict([move, late]) == .impossible(explained: 1, stuckOn: [late]))
        // While the move was under way, it was right.
        #expect(
            verdict([move, RecordedCall(.look, began: 1, ended: 4, answer: .found(at: .shelf(0), entry: 5))])
                == .linearizable
        )
    }

    @Test func rejectsALostMove() {
        #expect(
            isImpossible([
                RecordedCall(.move(to: .shelf(1)), began: 1, ended: 2, answer: .moved(entry: 6)),
                RecordedCall(.chargeOut(to: .custodian(0)), began: 3, ended: 4, answer: .moved(entry: 7)),
                RecordedCall(.look, began: 5, ended: 6, answer: .found(at: .shelf(1), entry: 6)),
            ])
        )
    }

    @Test func rejectsTwoChargeOutsOfOneThing() {
        #expect(
            isImpossible([
                RecordedCall(.chargeOut(to: .custodian(0)), began: 1, ended: 3, answer: .moved(entry: 6)),
                RecordedCall(.chargeOut(to: .custodian(1)), began: 2, ended: 4, answer: .moved(entry: 7)),
            ])
        )
    }

    @Test func rejectsEntriesInTheWrongOrder() {
        #expect(
            isImpossible([
                RecordedCall(.move(to: .shelf(1)), began: 1, ended: 2, answer: .moved(entry: 7)),
                RecordedCall(.move(to: .shelf(2)), began: 3, ended: 4, answer: .moved(entry: 6)),
            ])
        )
    }

    @Test func rejectsARefusalWithoutCause() {
        #expect(isImpossible([RecordedCall(.chargeOut(to: .custodian(0)), began: 1, ended: 2, answer: .isChargedOut)]))
        #expect(
            isImpossible([
                RecordedCall(.move(to: .custodian(0)), began: 1, ended: 2, answer: .moved(entry: 6)),
                RecordedCall(.giveBack(to: .shelf(1)), began: 3, ended: 4, answer: .isNotChargedOut),
            ])
        )
    }

    /// A call without an answer may have been done, later too, or not.
    @Test func takesACallWithoutAnAnswerBothWays() {
        let lost = RecordedCall(.move(to: .shelf(1)), began: 1)
        let before = RecordedCall(.look, began: 2, ended: 3, answer: .found(at: .shelf(0), entry: 5))
        let after = RecordedCall(.look, began: 4, ended: 5, answer: .found(at: .shelf(1), entry: 8))
        let again = RecordedCall(.look, began: 6, ended: 7, answer: .found(at: .shelf(0), entry: 5))
        #expect(verdict([lost, before]) == .linearizable)
        #expect(verdict([lost, before, after]) == .linearizable)
        #expect(isImpossible([lost, before, after, again]))
        #expect(isImpossible([before, after]))
    }

    /// Long histories of many clients, as a correct store gives them, and the same with one answer that is wrong.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func acceptsALongHistoryAndRejectsItWithOneWrongAnswer(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var made = MadeHistory(clients: 8, calls: 400, from: Self.start, using: &generator)
        #expect(verdict(made.calls) == .linearizable)
        made.spoilOneLook(using: &generator)
        #expect(isImpossible(made.calls))
    }
}

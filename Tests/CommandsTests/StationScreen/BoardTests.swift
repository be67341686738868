import Localization
import Testing
import Tones
import Wire

@testable import StationScreen

@Suite struct BoardTests {
    private let moment = SampleBoards.moment

    private func outcome(
        _ reading: Int64,
        at station: String = "counter",
        _ verdict: String = "refused",
        kind: String = "unreadable"
    ) -> StationNews {
        .outcome(
            OutcomeResource(
                reading: reading,
                station: station,
                verdict: verdict,
                kind: kind,
                message: "cannot",
                barcode: nil,
                entry: nil
            )
        )
    }

    @Test func everyVerdictHasItsTone() {
        var board = SampleBoards.board(SampleBoards.station())
        // A word of a later daemon must not sound as if all were well.
        let words = ["accepted", "attention", "refused", "undecided"]
        let tones = words.enumerated().map { board.take(outcome(5_000 + Int64($0), $1), at: moment) }
        #expect(tones == [.accepted, .attention, .refused, .attention])
        #expect(board.panels[0].lines.map(\.reading).prefix(4) == [5_003, 5_002, 5_001, 5_000])
        #expect(board.panels[0].lines.count == 9)
    }

    @Test func othersStationsAreNotShownAndNotHeard() {
        var board = StationBoard(stations: ["counter"])
        let unheard = board.take(outcome(1, at: "vault"), at: moment)
        #expect(unheard == nil)
        #expect(board.panels.map(\.name) == ["counter"])
        var all = StationBoard()
        let heard = [all.take(outcome(1, at: "vault"), at: moment), all.take(outcome(2), at: moment)]
        #expect(heard == [.refused, .refused])
        #expect(all.panels.map(\.name) == ["counter", "vault"])
    }

    /// What was asked for before a reading and arrives after it would take the reading off the screen.
    @Test func anOldAnswerDoesNotHideWhatWasToldSince() {
        let before = SampleBoards.station(messages: Array(SampleBoards.messages[..<3]))
        let after = SampleBoards.station(place: nil)
        var board = SampleBoards.board(before)
        _ = board.take(.station(after), at: moment)
        _ = board.take(.polled([before], trouble: nil), at: moment)
        #expect(board.panels.map(\.newestReading) == [4_704])
        #expect(board.panels[0].context == nil)
        _ = board.take(.polled([SampleBoards.station()], trouble: nil), at: moment)
        #expect(board.panels[0].context?.english == "here: Shelf 3 · Room 1 · Courthouse")
    }

    /// Between two answers, while no stream of events was there, or before it told what was answered already.
    @Test func aReadingIsHeardOnceWhoeverTellsOfIt() {
        let old = SampleBoards.station(messages: Array(SampleBoards.messages[..<3]))
        let new = SampleBoards.station()
        var board = StationBoard(stations: ["counter"])
        _ = board.take(.away(reason: Message(verbatim: "not there yet")), at: moment)
        let newest = StationPanel(new).newestReading
        let gravest = StationVerdict.allCases.last { verdict in
            SampleBoards.messages[3...].contains { $0.verdict == verdict.rawValue }
        }
        // What happened before the screen was there is not news.
        var tones = [board.take(.polled([old], trouble: nil), at: moment)]
        tones.append(board.take(.polled([new], trouble: nil), at: moment))
        tones.append(board.take(outcome(newest, "refused"), at: moment))
        tones.append(board.take(.polled([new], trouble: nil), at: moment))
        #expect(tones == [nil, gravest?.tone, nil, nil])
        // The station may be told before the outcome, and asked in between.
        var told = SampleBoards.board(old)
        tones = [told.take(.station(new), at: moment), told.take(outcome(newest, "accepted"), at: moment)]
        tones.append(told.take(outcome(newest, "accepted"), at: moment))
        #expect(tones == [nil, .accepted, nil])
    }

    @Test func anAbsenceIsHeardOnceAndItsBeginningKept() {
        var board = SampleBoards.board(SampleBoards.station())
        let later = ScreenMoment(seconds: moment.seconds + 60, offset: 0)
        let tones = [
            board.take(.away(reason: Message(verbatim: "gone")), at: moment),
            board.take(.away(reason: Message(verbatim: "still gone")), at: later),
        ]
        #expect(tones == [.refused, nil])
        #expect(board.link == .away(since: moment.seconds, reason: Message(verbatim: "still gone")))
        _ = board.take(.polled([SampleBoards.station()], trouble: nil), at: later)
        #expect(board.link == .connected)
    }

    /// A slip that was not printed is news of a reading that was heard before, once.
    @Test func aSlipThatWasNotPrintedIsHeardToo() {
        var board = SampleBoards.board(SampleBoards.station(messages: Array(SampleBoards.messages[..<3])))
        let reading = board.panels[0].newestReading + 1
        let news = [
            outcome(reading, "accepted"), outcome(reading, "attention", kind: "not-printed"),
            outcome(reading, "attention", kind: "not-printed"), outcome(reading, "accepted"),
        ]
        #expect(news.map { board.take($0, at: moment) } == [.accepted, .attention, nil, nil])
        #expect(board.panels[0].lines.first?.verdict == .attention)
    }

    /// The clock of the daemon's machine may be wrong by hours: what was just told is shown all the same.
    @Test func aVerdictIsShownWhateverTheClocksSay() {
        let later = ScreenMoment(seconds: moment.seconds + 7_200, offset: 0)
        var board = SampleBoards.board(SampleBoards.station(messages: Array(SampleBoards.messages[..<3])))
        _ = board.take(.station(SampleBoards.station()), at: later)
        #expect(board.panels[0].lines.map { $0.seenAt == later.seconds } == [true, true, false, false, false])
        // And an answer to a question does not make it new again.
        _ = board.take(.polled([SampleBoards.station()], trouble: nil), at: ScreenMoment(seconds: 0, offset: 0))
        #expect(board.panels[0].lines.map { $0.seenAt == later.seconds } == [true, true, false, false, false])
    }

    @Test func keepsTheNewestTen() {
        var panel = StationPanel(name: "counter")
        for number in [3, 1, 2, 14, 5, 6, 7, 8, 9, 10, 11, 12, 13, 4, 14] as [Int64] {
            panel.add(StationPanel.Line(reading: number, at: 0, seenAt: 0, verdict: .accepted, message: ""))
        }
        #expect(panel.lines.map(\.reading) == (5...14).reversed())
    }

    @Test(arguments: [
        ("here", "here: Shelf 3"), ("into", "into: Shelf 3"), ("with", "to: Shelf 3"),
        ("transit", "on the way to: Shelf 3"),
        ("counting", "counting Shelf 3: 3 of 40"), ("handing", "from ? to Shelf 3"), ("later", "later: Shelf 3"),
    ])
    func saysWhatIsOpen(state: String, words: String) {
        #expect(StationPanel(SampleBoards.station(place: "Shelf 3", state: state)).context?.english == words)
    }

    @Test(arguments: [
        (0, "0 s"), (59, "59 s"), (-61, "1 min"), (3_600, "1 h 0 min"), (7_505, "2 h 5 min"), (400_000, "4 days"),
    ])
    func saysHowLong(seconds: Int64, words: String) {
        #expect(ScreenMoment.words(for: seconds).english == words)
    }

    @Test func readsTimes() {
        #expect(ScreenMoment.seconds(of: "2026-11-21T14:30:00Z") == moment.seconds)
        #expect(ScreenMoment.seconds(of: "2026-11-21T14:30:00.123456Z") == moment.seconds)
        #expect(ScreenMoment.seconds(of: "yesterday") == nil)
        #expect(moment.clock == "16:30:00")
        #expect(ScreenMoment(seconds: 0, offset: -3_600).clock == "23:00:00")
    }
}

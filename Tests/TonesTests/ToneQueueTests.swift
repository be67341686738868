import Testing

@testable import Tones

@Suite struct ToneQueueTests {
    @Test func aRefusalIsNotLostBehindAcceptances() {
        var queue = ToneQueue()
        // While the first one sounds, the next scans are answered.
        let begins = [queue.add(.accepted)]
        let first = queue.next()
        let later = [Tone.accepted, .refused, .accepted, .attention].map { queue.add($0) }
        #expect(begins == [true])
        #expect(first == .accepted)
        #expect(later == [false, false, false, false])
        let rest = [queue.next(), queue.next()]
        #expect(rest == [.refused, nil])
        let beginsAgain = queue.add(.accepted)
        #expect(beginsAgain)
    }

    @Test func noToneSoundsLongAfterItsReading() {
        var queue = ToneQueue()
        _ = queue.add(.attention)
        var played = [queue.next()]
        for _ in 0..<100 { _ = queue.add(.accepted) }
        while let tone = queue.next() { played.append(tone) }
        #expect(played == [.attention, .accepted])
        #expect(!queue.isPlaying)
    }
}

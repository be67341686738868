import Testing

@testable import Tones

@Suite struct ToneTests {
    private static let rate = 48_000

    @Test(arguments: Tone.allCases) func soundsAsItsNotesSay(tone: Tone) throws {
        let samples = tone.samples(perSecond: Self.rate)
        let milliseconds = tone.notes.reduce(0) { $0 + $1.milliseconds + $1.silence }
        #expect(samples.count == Self.rate * milliseconds / 1_000)
        #expect(samples.first == 0)
        #expect(samples.last == 0)
        var rest = samples[...]
        for note in tone.notes {
            let sound = Pitch.hertz(of: rest.prefix(Self.rate * note.milliseconds / 1_000), perSecond: Self.rate)
            #expect(abs(sound - Double(note.hertz)) < Double(note.hertz) / 20)
            rest = rest.dropFirst(Self.rate * (note.milliseconds + note.silence) / 1_000)
        }
        #expect(rest.isEmpty)
    }

    @Test func noneIsTakenForAnother() {
        let tones = Tone.allCases.map(\.notes)
        #expect(Set(tones.map(\.count)).count == tones.count)
        #expect(Set(tones.map { $0.first?.hertz }).count == tones.count)
    }

    /// A clerk who scans five boxes a second still hears one tone for each.
    @Test func acceptanceIsShorterThanAScan() {
        #expect(Tone.accepted.notes.reduce(0) { $0 + $1.milliseconds + $1.silence } < 200)
    }
}

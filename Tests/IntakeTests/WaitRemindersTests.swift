import Testing

@testable import Intake

@Suite("How often the journal says that a file waits")
struct WaitRemindersTests {
    @Test func afterAMinuteAndEachTimeThatTheWaitHasDoubled() {
        var reminders = WaitReminders()
        let said = (0..<600).filter { reminders.isDue("a.pdf", after: .seconds($0)) }
        #expect(said == [60, 120, 240, 480])
        let other = reminders.isDue("b.pdf", after: .seconds(61))
        #expect(other)
        // It is another wait when it began later.
        let later = reminders.isDue("b.pdf", after: .seconds(60))
        #expect(later)
        reminders.keep(["b.pdf"])
        let forgotten = reminders.isDue("a.pdf", after: .seconds(500))
        #expect(forgotten)
    }
}

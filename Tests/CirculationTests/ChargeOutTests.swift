import Barcodes
import Localization
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Lending from end to end: when things are due, who may have how many, and what is late.
@Suite struct ChargeOutTests {
    @Test(arguments: [
        ("2026-11-20", 1, "2026-11-23"), ("2026-11-20", 5, "2026-11-27"), ("2026-11-18", 2, "2026-11-20"),
        // A holiday and the weekend after it.
        ("2026-12-24", 1, "2026-12-28"), ("2026-12-23", 2, "2026-12-28"), ("2026-11-21", 0, "2026-11-23"),
    ])
    func workingDaysAreCounted(from: String, days: Int, due: String) throws {
        let calendar = WorkingCalendar(holidays: [try #require(CalendarDay("2026-12-25"))])
        let day = try #require(CalendarDay(from))
        #expect(calendar.day(days, workingDaysAfter: day).description == due)
    }

    @Test(arguments: [("2026-11-21", 6), ("1970-01-01", 4), ("2024-02-29", 4), ("2026-11-23", 1), ("2026-11-22", 7)])
    func weekdaysAreThoseOfTheCalendar(day: String, weekday: Int) throws {
        #expect(try #require(CalendarDay(day)).weekday == weekday)
    }

    @Test(arguments: ["2026-13-01", "2026-02-29", "26-01-01", "2026-1-1", "2026-01-01x", ""])
    func noDayIsReadFromAnythingElse(text: String) { #expect(CalendarDay(text) == nil) }

    @Test func theFirstExceptionThatFitsCounts() throws {
        let judge = try #require(EntityKind("judge"))
        let criminal = try #require(EntityKind("criminal"))
        let terms = ChargeOutTerms(
            days: 14,
            limit: 20,
            exceptions: [
                .init(custodian: judge, series: criminal, days: 3), .init(custodian: judge, days: 60, limit: 5),
                .init(series: criminal, days: 7, renewals: 0),
            ]
        )
        #expect(terms.terms(custodian: judge, series: criminal).days == 3)
        #expect(terms.terms(custodian: judge, series: nil).days == 60)
        #expect(terms.terms(custodian: judge, series: nil).limit == 5)
        #expect(terms.terms(custodian: .custodian, series: criminal).renewals == 0)
        #expect(terms.terms(custodian: .custodian, series: nil) == ChargeOutTerms(days: 14, limit: 20))
    }

    @Test func whoHasItSinceWhenAndUntilWhenIsKnown() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let told = try await world.scan("ann").message.english
            #expect(told == "to: ann is open")
            let out = try await world.scan("folder")
            #expect(out.message.english.hasSuffix("(folder) → ann · due 2026-12-04"))
            guard case .slip(let slip) = try #require(out.paper) else {
                Issue.record("no slip for the empty place")
                return
            }
            #expect(slip.custodian == "ann")
            #expect(slip.due?.rfc3339 == "2026-12-04T23:59:59.000000Z")
            #expect(slip.home?.text == world.codes["shelf"])
            let found = try await world.circulation.whereabouts(of: try world.barcode("folder"))
            #expect(found.path == ["ann"])
            #expect(found.due == slip.due)
            #expect(found.since == slip.since)
            clock.set("2026-12-05T00:00:00Z")
            let late = try await world.circulation.overdue(after: nil, limit: 9, at: clock.clock.now())
            // Due on the same day, by their numbers.
            #expect(late.map(\.entity.title) == ["folder", "lent"])
            #expect(late.allSatisfy { $0.isOverdue && $0.custodian?.title == "ann" })
            try await world.scan("shelf")
            #expect(try await world.scan("folder").kind == "refiled")
            let left = try await world.circulation.overdue(after: nil, limit: 9, at: clock.clock.now())
            #expect(left.map(\.entity.title) == ["lent"])
        }
    }

    @Test func aChargeOutIsRenewedAsOftenAsTheTermsSay() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let lent = try world.barcode("lent")
            clock.set("2026-11-30T10:00:00Z")
            let first = try await world.circulation.renew([lent], by: world.admin)
            #expect(first.map(\.chargeOut.due?.rfc3339) == ["2026-12-14T23:59:59.000000Z"])
            let day = try #require(Timestamp(rfc3339: "2027-01-31T23:59:59Z"))
            let second = try await world.circulation.renew([lent], until: day, by: world.admin)
            #expect(second.map(\.chargeOut.due) == [day])
            #expect(second.map(\.chargeOut.renewals) == [2])
            let refusal = await #expect(throws: Refusal.self) {
                try await world.circulation.renew([lent], by: world.admin)
            }
            #expect(refusal?.kind == .renewalLimit)
            let folder = try world.barcode("folder")
            let other = await #expect(throws: Refusal.self) {
                try await world.circulation.renew([folder], by: world.admin)
            }
            #expect(other?.kind == .notChargedOut)
            // A renewal that was a mistake does not count.
            let entry = try #require(try await world.newest())
            _ = try await world.circulation.correct(entry, reason: try FreeText("typo"), by: world.admin)
            let loan = try await world.log.read { view in
                try view.chargeOut(of: try #require(try view.entity(barcode: lent)).id)
            }
            #expect(loan?.renewals == 1)
            #expect(loan?.due?.rfc3339 == "2026-12-14T23:59:59.000000Z")
        }
    }

    /// A renewal that would not move the due date is none, and none of those that are allowed is spent on it.
    @Test func aRenewalThatMovesNothingIsRefused() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let lent = try world.barcode("lent")
            func renew(until due: String? = nil) async throws -> [ChargeOutSummary] {
                let due = try due.map { try #require(Timestamp(rfc3339: $0)) }
                return try await world.circulation.renew([lent], until: due, by: world.admin)
            }
            func refusal(until due: String? = nil) async throws -> Refusal? {
                let size = try await world.newest()
                let refusal = await #expect(throws: Refusal.self) { _ = try await renew(until: due) }
                #expect(try await world.newest() == size)
                return refusal
            }
            // On the day it was lent, to the same day, to an earlier one.
            #expect(try await refusal()?.kind == .notLater)
            #expect(try await refusal(until: "2026-12-04T23:59:59.999999Z")?.kind == .notLater)
            #expect(try await refusal(until: "2026-12-01T12:00:00Z")?.kind == .notLater)
            #expect(try await refusal(until: "2026-11-19T12:00:00Z")?.kind == .invalidRequest)
            clock.set("2026-11-24T10:00:00Z")
            #expect(try await renew().map(\.chargeOut.renewals) == [1])
            let second = try #require(try await refusal())
            #expect(second.description.contains("it is due 2026-12-08 23:59 UTC already"))
            // What is overdue gets a later day.
            clock.set("2026-12-10T10:00:00Z")
            #expect(try await renew().map(\.chargeOut.due?.rfc3339) == ["2026-12-24T23:59:59.000000Z"])
            #expect(try await refusal()?.kind == .renewalLimit)
        }
    }

    @Test func ofTwoRenewalsAtOnceOneCounts() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let (lent, circulation, admin) = (try world.barcode("lent"), world.circulation, world.admin)
            clock.set("2026-11-24T10:00:00Z")
            let done = await withTaskGroup(of: Bool.self) { group in
                for _ in 1...2 {
                    group.addTask { (try? await circulation.renew([lent], by: admin)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(done == 1)
            let loan = try await world.log.read { view in
                try view.chargeOut(of: try #require(try view.entity(barcode: lent)).id)
            }
            #expect(loan?.renewals == 1)
        }
    }

    @Test func whatSomebodyElseWaitsForIsNotRenewed() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let (lent, admin) = (try world.barcode("lent"), world.admin)
            let want = NewPullListItems([lent], for: try world.barcode("bob"))
            let list = try await world.circulation.makePullList(want, by: admin).line.list.barcode
            clock.set("2026-11-24T10:00:00Z")
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await world.circulation.renew([lent], by: admin)
            }
            #expect(refusal?.kind == .alreadyWanted)
            #expect(refusal?.description.contains(list.text) == true)
            _ = try await world.circulation.cancelPullList(Barcode(list), by: admin)
            // For the one who has it nobody waits.
            let own = NewPullListItems([lent], for: try world.barcode("ann"))
            _ = try await world.circulation.makePullList(own, by: admin)
            #expect(try await world.circulation.renew([lent], by: admin).map(\.chargeOut.renewals) == [1])
        }
    }

    /// The day of a loan ends with the day of the site, for the terms as for a day that somebody names.
    @Test(arguments: [
        ("Europe/Berlin", "2026-12-24T22:59:59.000000Z"), ("America/Denver", "2026-12-25T06:59:59.000000Z"),
        ("Pacific/Kiritimati", "2026-12-24T09:59:59.000000Z"), ("America/Santiago", "2026-12-25T02:59:59.000000Z"),
    ])
    func aDayIsOneDayWhoeverSetsIt(zone: String, end: String) async throws {
        let site = try TimeZoneDirectory.standard.clock(of: zone)
        let clock = SettableClock("2026-12-23T12:00:00Z")
        let tomorrow = site.day(of: clock.clock.now()).daysSince1970 + 1
        try await StationWorld.with(
            settings: CirculationSettings(
                loans: ChargeOutTerms(days: 1),
                calendar: WorkingCalendar(weekdays: [1, 2, 3, 4, 5, 6, 7]),
                clock: site
            ),
            clock: clock.clock
        ) { world in
            let loan = try await world.log.read { view in
                try view.chargeOut(of: try #require(try view.entity(barcode: try world.barcode("lent"))).id)
            }
            #expect(loan?.due == (try WrittenMoment(CalendarDay(daysSince1970: tomorrow).description, by: site).due))
            #expect(loan?.due == site.end(of: CalendarDay(daysSince1970: tomorrow)))
            if CalendarDay(daysSince1970: tomorrow).description == "2026-12-24" { #expect(loan?.due?.rfc3339 == end) }
            #expect(try WrittenMoment("2026-12-24", by: site).due.rfc3339 == end)
        }
    }

    /// Who names today may still bring it back today.
    @Test func todayIsADayToBringThingsBack() async throws {
        let site = try TimeZoneDirectory.standard.clock(of: "America/Denver")
        // Seven in the evening there, the next day in UTC.
        let clock = SettableClock("2026-11-30T02:00:00Z")
        try await StationWorld.with(settings: CirculationSettings(clock: site), clock: clock.clock) { world in
            let today = try WrittenMoment("2026-11-29", by: site).due
            let folder = try world.barcode("folder")
            let ann = try world.barcode("ann")
            let yesterday = try WrittenMoment("2026-11-28", by: site).due
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await world.circulation.chargeOut([folder], to: ann, due: yesterday, by: world.admin)
            }
            #expect(refusal?.message.english(by: site) == "cannot charge out until 2026-11-28 23:59: that has passed")
            _ = try await world.circulation.chargeOut([folder], to: ann, due: today, by: world.admin)
            clock.set("2026-11-30T06:59:59Z")
            #expect(try await world.circulation.overdue(after: nil, limit: 9, at: clock.clock.now()).isEmpty)
            clock.set("2026-11-30T07:00:00Z")
            #expect(try await world.circulation.overdue(after: nil, limit: 9, at: clock.clock.now()).count == 1)
        }
    }

    @Test func custodyHasTwoEnds() async throws {
        let clock = SettableClock("2026-11-20T10:00:00Z")
        try await StationWorld.with(clock: clock.clock) { world in
            let (lent, ann, bob) = (
                try world.barcode("lent"), try world.barcode("ann"), try world.barcode("bob")
            )
            let released = try await world.circulation.handOver(
                [lent],
                HandOver(from: ann, to: bob, stage: .release),
                by: world.admin
            )
            #expect(released.map { $0.entry?.fact.kind } == ["dispatched"])
            #expect(try await world.place(of: "lent") == "inTransit")
            func late() async throws -> [String?] {
                let now = clock.clock.now()
                return try await world.circulation.transits(late: true, after: nil, limit: 9, at: now).map {
                    $0.recipient?.title
                }
            }
            #expect(try await late() == [])
            clock.set("2026-11-21T10:00:01Z")
            #expect(try await late() == ["bob"])
            // Nobody else gets it meanwhile.
            let judge = try world.barcode("judge")
            let refusal = await #expect(throws: Refusal.self) {
                try await world.circulation.handOver([lent], HandOver(to: judge, stage: .accept), by: world.admin)
            }
            #expect(refusal?.kind == .forAnother)
            let accepted = try await world.circulation.handOver(
                [lent],
                HandOver(to: bob, stage: .accept),
                by: world.admin
            )
            #expect(accepted.map { $0.entry?.fact.kind } == ["handed-over"])
            #expect(try await late() == [])
            #expect(try await world.place(of: "lent") == "bob")
            let notTheGiver = await #expect(throws: Refusal.self) {
                try await world.circulation.handOver([lent], HandOver(from: ann, to: judge), by: world.admin)
            }
            #expect(notTheGiver?.kind == .notWithGiver)
        }
    }

    @Test func allAreLentOrNone() async throws {
        try await StationWorld.with { world in
            let newest = try await world.newest()
            let things = try ["folder", "loose", "box2", "box"].map { try world.barcode($0) }
            let ann = try world.barcode("ann")
            let refusal = await #expect(throws: Refusal.self) {
                try await world.circulation.chargeOut(things, to: ann, by: world.admin)
            }
            #expect(refusal?.kind == .loanLimit)
            #expect(try await world.newest() == newest)
            let two = Array(things.prefix(2))
            #expect(try await world.circulation.chargeOut(two, to: ann, by: world.admin).count == 2)
            let shelf = try world.barcode("shelf2")
            let back = try await world.circulation.giveBack(two, to: shelf, by: world.admin)
            #expect(back.map { $0.entry?.fact.kind } == ["returned", "returned"])
            let notOut = await #expect(throws: Refusal.self) {
                try await world.circulation.giveBack([things[3]], to: shelf, by: world.admin)
            }
            #expect(notOut?.kind == .notChargedOut)
            #expect(try await world.circulation.refile([things[0]], by: world.admin).map(\.place?.title) == ["shelf"])
            let homeless = await #expect(throws: Refusal.self) {
                try await world.circulation.refile(two, by: world.admin)
            }
            #expect(homeless?.kind == .noHome)
        }
    }

    @Test func aHoldSpreadsAndEnds() async throws {
        try await StationWorld.with { world in
            let box = try world.barcode("box")
            let order = try FreeText("26-CV-2")
            let placed = try await world.circulation.hold(box, order: order, reason: nil, by: world.admin)
            try await world.scan("ann")
            #expect(try await world.scan("inner").kind == "item-held")
            #expect(try await world.scan("box").kind == "item-held")
            #expect(try await world.circulation.holds(after: nil, limit: 9).map(\.subject?.title) == ["held", "box"])
            let reason = try FreeText("over")
            _ = try await world.circulation.release(hold: placed.entry.number, reason: reason, by: world.admin)
            #expect(try await world.scan("inner").kind == "charged-out")
            let refusal = await #expect(throws: Refusal.self) {
                try await world.circulation.release(hold: placed.entry.number, reason: reason, by: world.admin)
            }
            #expect(refusal?.kind == .notHeld)
        }
    }
}

import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// One day for everybody: it ends at the midnight of the site, and people read the clocks of the site.
@Suite struct SiteTimeTests {
    private struct Things {
        let ann: String
        let items: [String]

        init(_ bed: DaemonBed, count: Int) async throws {
            ann = try await bed.outguide("custodian", "add", "--name", "Ann", "--quiet").answer
            var items: [String] = []
            for _ in 0..<count { items.append(try await bed.outguide("item", "add", "--quiet").answer) }
            self.items = items
        }
    }

    @Test(arguments: [
        ("Europe/Berlin", "2099-12-24T22:59:59.000000Z"), ("America/Denver", "2099-12-25T06:59:59.000000Z"),
        ("Pacific/Kiritimati", "2099-12-24T09:59:59.000000Z"), ("America/Santiago", "2099-12-25T02:59:59.000000Z"),
    ])
    func aDueDayEndsAtTheMidnightOfTheSite(zone: String, end: String) async throws {
        // The machine, and the person at the terminal, live by other clocks.
        try await DaemonBed.with(configuration: "timeZone: \(zone)", environment: ["TZ": "Asia/Tokyo"]) { bed in
            let things = try await Things(bed, count: 1)
            let item = things.items[0]
            #expect(try await bed.outguide("charge-out", item, "--to", things.ann, "--due", "2099-12-24").status == 0)
            let found = try #require(try await bed.json("where", item) as? [String: Any])
            #expect(found["due"] as? String == end)
            #expect(try await bed.outguide("where", item).output.contains("2099-12-24 23:59"))
            let loans = try await bed.outguide("overdue", "--all")
            #expect(loans.output.contains("2099-12-24 23:59"))
            let list = try await bed.outguide("pull-list", "new", item, "--due", "2099-12-24")
            #expect(list.output.contains("by 2099-12-24 23:59"), "\(list.output)\(list.errors)")
            let told = try await bed.outguide("scan", "--station", "desk", input: "CT\n\(item)\n")
            #expect(!told.output.contains("2099-12-25"))
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["timeZone"] as? String == zone)
        }
    }

    /// Whatever the day is there and here, today is a day that things can be brought back on, and yesterday is not.
    @Test(arguments: ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
    func todayIsStillToday(zone: String) async throws {
        try await DaemonBed.with(configuration: "timeZone: \(zone)") { bed in
            let things = try await Things(bed, count: 1)
            func day(_ offset: Double) -> String {
                let formatter = DateFormatter()
                formatter.locale = Locale(identifier: "en_US_POSIX")
                formatter.timeZone = TimeZone(identifier: zone)
                formatter.dateFormat = "yyyy-MM-dd"
                return formatter.string(from: Date.now.addingTimeInterval(offset * 86_400))
            }
            let late = try await bed.outguide("charge-out", things.items[0], "--to", things.ann, "--due", day(-1))
            #expect(late.status == 64)
            #expect(late.errors.contains("\(day(-1)) 23:59"))
            // At midnight between the two it is tomorrow.
            let out = try await bed.outguide("charge-out", things.items[0], "--to", things.ann, "--due", day(0))
            #expect(out.status == 0 || day(0) != day(0.01))
        }
    }

    @Test func aDayAndAMinuteAreThoseOfTheSite() async throws {
        try await DaemonBed.with(configuration: "timeZone: America/Denver") { bed in
            let things = try await Things(bed, count: 1)
            let item = things.items[0]
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            // Half past eleven in the evening there, the next day in UTC.
            let move = try await bed.outguide(
                "move",
                item,
                "--to",
                shelf,
                "--reason",
                "r",
                "--occurred-at",
                "2026-01-31 23:30"
            )
            #expect(move.status == 0)
            #expect(move.output.contains("was in Shelf at 2026-01-31 23:30"))
            #expect(try await bed.outguide("where", item, "--at", "2026-01-31").output.contains("Shelf"))
            #expect(try await bed.outguide("where", item, "--at", "2026-01-31 23:29").status != 0)
            #expect(try await bed.outguide("where", item, "--at", "2026-02-01T06:30:00Z").output.contains("Shelf"))
            let within = try await bed.outguide("history", item, "--since", "2026-01-31", "--until", "2026-01-31")
            #expect(within.output.contains("2026-01-31 23:30"))
            let after = try await bed.outguide("history", item, "--since", "2026-02-01", "--until", "2026-02-01")
            #expect(!after.output.contains("2026-01-31"))
            let json = try #require(try await bed.json("history", item) as? [[String: Any]])
            #expect(json.contains { $0["occurredAt"] as? String == "2026-02-01T06:30:00.000000Z" })

            for (text, words) in [
                ("2025-03-09 02:30", "skipped"), ("2025-11-02 01:30", "twice"), ("2025-06-01", "time of day"),
                ("yesterday", "time of day"), ("sometime", "is not a time"),
            ] {
                let run = try await bed.outguide("move", item, "--to", shelf, "--reason", "r", "--occurred-at", text)
                #expect(run.status == 64, "\(text)")
                #expect(run.errors.contains(words), "\(run.errors)")
            }
            let named = try await bed.outguide(
                "move",
                item,
                "--to",
                shelf,
                "--reason",
                "r",
                "--occurred-at",
                "2025-11-02 01:30 MST"
            )
            #expect(named.status == 0)
            let past = try #require(try await bed.json("history", item, "--until", "2025-12-01") as? [[String: Any]])
            #expect(past.first?["occurredAt"] as? String == "2025-11-02T08:30:00.000000Z")
        }
    }

    /// The words are those of the caller, and the days those of the site.
    @Test func daysAreNamedInTheLanguageOfTheCaller() async throws {
        try await DaemonBed.with(configuration: "timeZone: America/Chicago") { bed in
            let written = [
                ("C", "in 3 weeks"), ("de_AT.UTF-8", "in 2 Wochen"), ("fr_FR", "dans 3 mois"),
                ("es_MX", "dentro de 1 año"),
            ]
            let things = try await Things(bed, count: written.count)
            for (item, (locale, text)) in zip(things.items, written) {
                let want = ["LC_ALL": locale]
                let lent = try await bed.outguide(
                    "charge-out",
                    item,
                    "--to",
                    things.ann,
                    "--due",
                    text,
                    environment: want
                )
                #expect(lent.status == 0, "\(lent.errors)")
                #expect(try await bed.outguide("where", item).output.contains("23:59"))
            }
            let item = things.items[0]
            let unclear = try await bed.outguide("history", item, "--since", "4/5/2026", environment: ["LC_ALL": "C"])
            #expect(unclear.status == 64)
            #expect(unclear.errors.contains("write “2026-05-04” or “2026-04-05”"), "\(unclear.errors)")
            for text in ["yesterday", "2 hours ago", "last tuesday", "2026-11-24 09:00 +01:00", "1.2.2026"] {
                #expect(try await bed.outguide("history", item, "--since", text).status == 0, "\(text)")
            }
        }
    }

    /// Loans keep the instant at which they are due; what is lent from then on follows the other clocks.
    @Test func anotherZoneHoldsFromTheReloadOn() async throws {
        try await DaemonBed.with(configuration: "timeZone: Europe/Berlin") { bed in
            let things = try await Things(bed, count: 2)
            func lend(_ item: String) async throws {
                #expect(
                    try await bed.outguide("charge-out", item, "--to", things.ann, "--due", "2099-12-24").status == 0
                )
            }
            try await lend(things.items[0])
            try await bed.reload(configuration: "timeZone: America/Denver")
            try await lend(things.items[1])
            let shown = try await bed.outguide("where", things.items[0]).output
            #expect(shown.contains("2099-12-24 15:59"))
            #expect(try await bed.outguide("where", things.items[1]).output.contains("2099-12-24 23:59"))
        }
    }

    @Test func aZoneThatIsNotThereIsToldWithItsLine() async throws {
        try await DaemonBed.with { bed in
            let path = bed.scratch("wrong.yaml")
            try "site: \"00\"\ntimeZone: America/Devner\n".write(toFile: path, atomically: true, encoding: .utf8)
            let run = try await ChildRun.of(try BuiltProduct.path(of: "outguided"), ["check-config", "--config", path])
            #expect(run.status == 78)
            #expect(run.errors.contains("line 2"))
            #expect(run.errors.contains("cannot find the time zone America/Devner"))
        }
    }
}

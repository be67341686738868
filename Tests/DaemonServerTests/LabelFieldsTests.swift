import Circulation
import Labels
import Records
import Testing
import TransferLog

@testable import DaemonServer

/// What is known of a thing is on its label.
@Suite struct LabelFieldsTests {
    @Test func theSeriesIsThatOfTheThing() async throws {
        try await ScratchDaemon.with { parts in
            let admin = Attribution(principal: .user(0))
            let circulation = parts.circulation
            let box = try await circulation.register(NewRecord(type: .container), by: admin).record
            func series() async throws -> String? {
                try await LabelFields(parts).content(for: box.barcode, in: circulation).label.fields["series"]
            }
            #expect(try await series()?.isEmpty == true)
            let criminal = NewConditions(series: .set(try #require(RecordKind("criminal"))))
            _ = try await circulation.change(box.barcode, RecordChange(conditions: criminal), by: admin)
            #expect(try await series() == "criminal")
        }
    }

    /// That of its registration, as the calendars on the site's walls show it.
    @Test(arguments: [(0, "2019"), (3_600, "2020")])
    func theYearIsThatOfTheRegistration(secondsEast: Int, year: String) async throws {
        var settings = CirculationSettings()
        settings.clock = LocalClock(secondsEastOfUTC: secondsEast)
        try await ScratchDaemon.with(settings: settings) { parts in
            let lastMinute = try #require(Timestamp(rfc3339: "2019-12-31T23:59:30Z"))
            let attribution = Attribution(principal: .user(0), occurredAt: lastMinute, isBackDated: true)
            let box = try await parts.circulation.register(NewRecord(type: .item), by: attribution).record
            let content = try await LabelFields(parts).content(for: box.barcode, in: parts.circulation)
            #expect(content.label.fields["year"] == year)
            // What somebody says goes before it.
            let said = try await LabelFields(parts).content(
                for: box.barcode,
                in: parts.circulation,
                adding: ["year": "1998"]
            )
            #expect(said.label.fields["year"] == "1998")
        }
    }
}

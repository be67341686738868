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
}

import Barcodes
import Circulation
import Foundation
import Labels
import Testing
import TransferLog
import Vocabulary
import WireResources

@testable import DaemonServer
@testable import DaemonServices
@testable import Printing

/// What is known of a thing is on its label.
@Suite struct LabelFieldsTests {
    private static var shipped: LabelTemplateLibrary {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../labels")
        return LabelTemplateLibrary(directories: [root.standardizedFileURL.path()])
    }

    @Test func theSeriesIsThatOfTheThing() async throws {
        try await ScratchDaemon.with { parts in
            let admin = Attribution(principal: .user(0))
            let circulation = parts.circulation
            let box = try await circulation.register(NewEntity(type: .container), by: admin).entity
            let template = try Self.shipped.template(named: "box-100x50")
            func series() async throws -> String? {
                let content = try await parts.printing.fields.content(for: box.barcode, on: template, in: circulation)
                return content.fields["series"]
            }
            #expect(try await series()?.isEmpty == true)
            let criminal = NewConditions(series: .set(try #require(EntityKind("criminal"))))
            _ = try await circulation.change(box.barcode, EntityChange(conditions: criminal), by: admin)
            #expect(try await series() == "criminal")
        }
    }

    /// Whoever sees a thing reads its label, so that a supervisor's label of an open folder does not name a sealed box.
    @Test func aLabelNamesNoPlaceThatItsReadersMayNotKnowOf() async throws {
        try await SealWorld.with { world in
            #expect(try await world.seal(world.crate).status == 200)
            let change = EntityChange(home: .set(try Barcode(parsing: world.crate)))
            let loose = try Barcode(parsing: world.loose)
            _ = try await world.parts.circulation.change(loose, change, by: Attribution(principal: .user(0)))
            let template = try Self.shipped.template(named: "box-100x50")
            func home() async throws -> [String?] {
                let fields = try await world.parts.printing.fields
                    .content(for: loose, on: template, in: world.parts.circulation).fields
                return [fields["home"], fields["homeBarcode"]]
            }
            #expect(try await home() == ["", ""])
            #expect(try await world.seal(world.loose).status == 200)
            #expect(try await home() == ["Crate of Zebra", world.crate])
        }
    }

    /// A template that mentions one of these is right, and one that is nearly called so is not.
    @Test func whatLabelsSayIsWhatTemplatesKnow() async throws {
        try await ScratchDaemon.with { parts in
            let sample = parts.printing.fields.sample(adding: [:]).fields.keys
            let known = Set(LabelField.allCases.map(\.rawValue))
            #expect(known.isSuperset(of: sample))
            // The barcode is there anyway, and a ruler alone names its printer.
            #expect(known.subtracting(sample) == ["barcode", "number", "unplaced", "printer"])
        }
    }

    /// The year of a registration is not that of a case: a back file would get one colour.
    @Test func noYearIsGuessed() async throws {
        try await ScratchDaemon.with { parts in
            let admin = Attribution(principal: .user(0))
            let template = try Self.shipped.template(named: "folder-end-tab")
            for title in ["2002-CR-00001", "Smith, 1998"] {
                let new = NewEntity(type: .item, title: try FreeText(title))
                let folder = try await parts.circulation.register(new, by: admin).entity
                func year(_ further: [String: String] = [:]) async throws -> String? {
                    let fields = parts.printing.fields
                    let circulation = parts.circulation
                    return try await fields.content(for: folder.barcode, on: template, in: circulation, adding: further)
                        .fields["year"]
                }
                #expect(try await year() == nil)
                #expect(try await year(["year": "2002"]) == "2002")
            }
        }
    }

    /// A slip says who has the thing, from when until when by the calendar of the site, and is nothing for other things.
    @Test(arguments: [("UTC", "2026-12-19"), ("America/Denver", "2026-12-18")])
    func aSlipSaysWhoHasTheThing(zone: String, since: String) async throws {
        var settings = CirculationSettings()
        settings.clock = try TimeZoneDirectory.standard.clock(of: zone)
        try await ScratchDaemon.with(settings: settings) { parts in
            let circulation = parts.circulation
            let admin = Attribution(principal: .user(0))
            let shelf = try await circulation.register(NewEntity(type: .location, title: FreeText("Shelf")), by: admin)
            let ann = try await circulation.register(NewEntity(type: .custodian, title: FreeText("Ann")), by: admin)
            let box = try await circulation.register(
                NewEntity(type: .container, home: shelf.entity.barcode, parent: shelf.entity.barcode),
                by: admin
            )
            let folder = try await circulation.register(NewEntity(type: .item, parent: box.entity.barcode), by: admin)
            let slip = try Self.shipped.template(named: "out-guide-slip")
            func fields(_ barcode: Barcode) async throws -> [String: String] {
                try await parts.printing.fields.content(for: barcode, on: slip, in: circulation).fields
            }
            for thing in [box, folder, shelf, ann] {
                let refusal = await #expect(throws: Refusal.self) { _ = try await fields(thing.entity.barcode) }
                #expect(refusal?.kind == .notChargedOut)
            }
            let out = try #require(Timestamp(rfc3339: "2026-12-19T02:00:00Z"))
            _ = try await circulation.move(
                NewMove(
                    [box.entity.barcode],
                    to: .place(ann.entity.barcode),
                    reason: FreeText("to read"),
                    occurredAt: nil
                ),
                by: Attribution(principal: .user(0), occurredAt: out)
            )
            _ = try await circulation.renew(
                [box.entity.barcode],
                until: Timestamp(rfc3339: "2099-01-01T00:00:00Z"),
                by: admin
            )
            // What lies in a box is out with it.
            for thing in [box, folder] {
                let fields = try await fields(thing.entity.barcode)
                #expect(fields["custodian"] == "Ann")
                #expect(fields["since"] == since)
                #expect(fields["reason"] == "to read")
                #expect(fields["due"] == (zone == "UTC" ? "2099-01-01" : "2098-12-31"))
            }
            #expect(try await fields(box.entity.barcode)["home"] == "Shelf")
            _ = try await circulation.move(NewMove([box.entity.barcode], to: .place(shelf.entity.barcode)), by: admin)
            await #expect(throws: Refusal.self) { _ = try await fields(folder.entity.barcode) }
        }
    }
}

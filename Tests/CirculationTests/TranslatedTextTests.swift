import Barcodes
import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Replies and refusals in another language than that of the log.
@Suite struct TranslatedTextTests {
    private static let noon = Timestamp(clamping: 1_798_113_600_000_000)

    private static func german() throws -> Localizer {
        try GermanCatalogue.localizer([
            (nil, "{item} → {place}", "{item} liegt jetzt in {place}"),
            ("item", "new {item}", "neu: {item}"),
            ("item", "{kind} {item}", "{kind} {item}"),
            ("kind of item", "box", "Karton"),
            ("kind of item", "a box", "ein Karton"),
            (nil, "cannot put {item} into itself", "{item} kann nicht in sich selbst liegen"),
            (nil, "{what}; {remark}", "{what}; {remark}"),
            (nil, "cannot give things to {item}: it is {kind}, not a custodian", "{item} ist {kind} und keine Person"),
            (nil, "cannot charge out until {time}: that has passed", "{time} ist vorbei"),
        ])
    }

    @Test func aReplyIsTranslatedAndTheLogKeepsEnglish() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf 3")
            let box = try #require(MintedBarcode(prefix: .container, site: .standard, serial: 500))
            _ = try await scratch.scan(shelf.text)
            let moved = try await scratch.scan(box.text)
            let text = try Self.german().text(of: moved.message, now: Self.noon)
            #expect(text == "neu: Karton \(box.text) liegt jetzt in Shelf 3")
            let desk = try #require(StationName("desk"))
            let stored = try await scratch.circulation.station(desk, at: Self.noon).answered.first?.reply
            #expect(stored?.message == "new box \(box.text) → Shelf 3")
        }
    }

    @Test func aRefusalIsTranslatedWithItsTerms() async throws {
        try await ScratchCirculation.with { scratch in
            let box = try await scratch.add(.container)
            let refusal = try await #require(throws: Refusal.self) {
                _ = try await scratch.circulation.chargeOut([box], to: box, by: scratch.clerk)
            }
            #expect(refusal.description == "cannot give things to \(box): it is a box, not a custodian")
            #expect(
                try Self.german().text(of: refusal.message, now: Self.noon) == "\(box) ist ein Karton und keine Person"
            )
        }
    }

    /// The reader's locale formats a time, and not the rule that refuses it.
    @Test func aTimeIsFormattedForTheReader() async throws {
        try await ScratchCirculation.with { scratch in
            let box = try await scratch.add(.container)
            let ann = try await scratch.add(.custodian, "Ann")
            let past = Timestamp(clamping: 1_700_000_000_000_000)
            let refusal = try await #require(throws: Refusal.self) {
                _ = try await scratch.circulation.chargeOut([box], to: ann, due: past, by: scratch.clerk)
            }
            #expect(try Self.german().text(of: refusal.message, now: Self.noon) == "14.11.2023, 22:13 UTC ist vorbei")
            let east = LocalClock(secondsEastOfUTC: 3_600)
            #expect(refusal.message.english(by: east).contains("until 2023-11-14 23:13"))
        }
    }

    /// Kinds that an archive defines appear under their names, however deep the reply nests them.
    @Test func ownKindsAreShownByTheirNames() async throws {
        try await ScratchCirculation.with { scratch in
            let ann = try await scratch.add(.custodian, "Ann")
            let new = NewEntity(type: .item, kind: EntityKind("evidence-bag"), title: try FreeText("Knife"))
            let bag = try await scratch.circulation.register(new, by: scratch.clerk).entity.barcode
            let due = UTCClock.system.now().advanced(bySeconds: 86_400)
            _ = try await scratch.circulation.chargeOut([bag], to: ann, due: due, by: scratch.clerk)
            _ = try await scratch.scan(try #require(ControlCommand.whereIs.barcode).text)
            let found = try await scratch.scan(bag.text).message.english
            #expect(found.hasPrefix("evidence-bag \(bag) (Knife) is with Ann since "))
            #expect(!found.contains("{"))
        }
    }
}

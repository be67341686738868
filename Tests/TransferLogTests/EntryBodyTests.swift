import Barcodes
import Foundation
import Records
import Testing

@testable import TransferLog

/// The bytes of entries, pinned: whoever changes one of these breaks every log that exists.
@Suite struct EntryBodyTests {
    private static let salt = Salt([UInt8](repeating: 7, count: 32))
    private static let instant = Timestamp(rfc3339: "2026-11-21T05:50:00.000001Z")

    private func body(_ number: Int64, _ fact: Fact) throws -> EntryBody {
        let salt = try #require(Self.salt)
        let entry = Entry(
            number: EntryNumber(rawValue: number),
            fact: fact,
            attribution: Attribution(
                principal: .user(1000),
                station: StationName("desk-1"),
                scanner: ScannerName("05e0:1200:A1"),
                reading: ReadingNumber(rawValue: 9)
            ),
            recordedAt: try #require(Self.instant)
        )
        return EntryBody(of: entry, salts: { salt })
    }

    @Test func transferWithReason() throws {
        let transfer = Transfer(
            subject: RecordID(rawValue: 3),
            from: .unknown,
            to: .location(RecordID(rawValue: 1)),
            reason: "audit"
        )
        let text = String(decoding: try body(4, .transferred(transfer)).bytes, as: UTF8.self)
        // The commitment was computed with Python's hashlib: sha256(b"\x07" * 32 + b"audit").
        #expect(
            text == #"{"entry":4,"from":{"kind":"unknown"},"kind":"relocated","#
                + #""occurredAt":"2026-11-21T05:50:00.000001Z","principal":"uid:1000","reading":9,"#
                + #""recordedAt":"2026-11-21T05:50:00.000001Z","scanner":"05e0:1200:A1","station":"desk-1","subject":3,"#
                + #""texts":{"reason":"b73b26396107e491c99a5ca26d14d882191b0f6f72c87176a70cf96820c2574a"},"#
                + #""to":{"kind":"location","record":1},"version":1}"#
        )
        // Strangers write verifiers from the page that shows it.
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/LogProof/LogProof.docc/VerifyingALog.md")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("```entry-body\n\(text)\n```"))
    }

    @Test func foreignBarcodesAndTitlesAreNeverInTheBody() throws {
        let registration = Registration(
            type: .item,
            kind: .folder,
            barcode: try Barcode(parsing: "CASE-2026-17"),
            origin: .given,
            title: "Smith v. Jones",
            home: RecordID(rawValue: 1),
            parent: nil
        )
        let body = try body(5, .registered(registration))
        let text = String(decoding: body.bytes, as: UTF8.self)
        #expect(!text.contains("CASE-2026-17"))
        #expect(!text.contains("Smith"))
        #expect(body.texts.map(\.field) == [.barcode, .title])
        #expect(text.contains(#""home":1,"kind":"registered""#))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let minted = Barcode(try #require(MintedBarcode(prefix: .container, site: .standard, serial: 12)))
        let facts: [Fact] = [
            .registered(
                Registration(
                    type: .container,
                    kind: .box,
                    barcode: minted,
                    origin: .minted,
                    title: "Ünï \"c\" \\ \u{1}",
                    home: nil,
                    parent: nil
                )
            ),
            .transferred(
                Transfer(
                    subject: RecordID(rawValue: 2),
                    from: .container(RecordID(rawValue: 5)),
                    to: .custodian(RecordID(rawValue: 6)),
                    reason: nil
                )
            ),
            .labelPrinted(
                LabelPrint(subject: RecordID(rawValue: 2), template: "box", printer: "zebra", job: 17, copies: 2)
            ),
            .documentAttached(
                DocumentAttachment(
                    subject: RecordID(rawValue: 2),
                    hash: try #require(ContentHash(String(repeating: "0f", count: 32))),
                    bytes: 4_711,
                    mediaType: "application/pdf",
                    firstPage: 3,
                    pages: 12
                )
            ),
        ]
        for fact in facts {
            let body = try body(7, fact)
            let texts = Dictionary(uniqueKeysWithValues: body.texts.map { ($0.field, $0.text) })
            let entry = try StoredEntry(body: body.bytes, texts: texts).entry()
            #expect(entry.fact == fact)
            #expect(entry.station?.text == "desk-1")
            #expect(entry.recordedAt == Self.instant)
        }
    }

    @Test func kindsOfANewerVersionAreKept() throws {
        let json =
            #"{"entry":1,"kind":"sealed","occurredAt":"2026-11-21T05:50:00.000000Z","principal":"daemon","#
            + #""recordedAt":"2026-11-21T05:50:00.000000Z","version":1,"order":"x"}"#
        let entry = try StoredEntry(body: Array(json.utf8), texts: [:]).entry()
        #expect(entry.fact == .unknown(kind: "sealed"))
    }

    @Test(arguments: ["", "[]", "{}", #"{"entry":1,"kind":"relocated"}"#, "\u{0}"])
    func damagedBodiesAreNamed(text: String) {
        #expect(throws: TransferLogError.self) { try StoredEntry(body: Array(text.utf8), texts: [:]).entry() }
    }
}

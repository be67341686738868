import Barcodes
import Foundation
import Testing
import Vocabulary

@testable import LogEntries

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
            subject: EntityID(rawValue: 3),
            from: .unknown,
            to: .location(EntityID(rawValue: 1)),
            reason: "audit"
        )
        let text = String(decoding: try body(4, .transferred(transfer)).bytes, as: UTF8.self)
        // The commitment was computed with Python's hashlib: sha256(b"\x07" * 32 + b"audit").
        #expect(
            text == #"{"entry":4,"from":{"kind":"unknown"},"kind":"relocated","#
                + #""nonce":"07070707070707070707070707070707","occurredAt":"2026-11-21T05:50:00.000001Z","#
                + #""principal":"uid:1000","reading":9,"#
                + #""recordedAt":"2026-11-21T05:50:00.000001Z","scanner":"05e0:1200:A1","station":"desk-1","subject":3,"#
                + #""texts":{"reason":"b73b26396107e491c99a5ca26d14d882191b0f6f72c87176a70cf96820c2574a"},"#
                + #""to":{"kind":"location","record":1},"version":1}"#
        )
        // Strangers write verifiers from the page that shows it.
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/LogProof/LogProof.docc/VerifyingALog.md")
        #expect(try String(contentsOf: page, encoding: .utf8).contains("```entry-body\n\(text)\n```"))
    }

    @Test func aLabelThatWasPrintedInSpiteOfTrouble() throws {
        let print = LabelPrint(
            subject: EntityID(rawValue: 3),
            template: "box",
            printer: "zebra",
            job: 4,
            copies: 1,
            batch: PrintBatchNumber(rawValue: 2),
            circumstances: PrintCircumstances(
                despite: ["cover-open", "out-of-labels"],
                overriders: ["out-of-labels": .user(1_001)],
                mediaDoubt: "cannot-be-asked:usb"
            )
        )
        let text = String(decoding: try body(6, .labelPrinted(print)).bytes, as: UTF8.self)
        #expect(
            text == #"{"batch":2,"copies":1,"despite":["cover-open","out-of-labels"],"#
                + #""despiteBy":{"out-of-labels":"uid:1001"},"entry":6,"job":4,"kind":"label-printed","#
                + #""mediaDoubt":"cannot-be-asked:usb","nonce":"07070707070707070707070707070707","#
                + #""occurredAt":"2026-11-21T05:50:00.000001Z","principal":"uid:1000","printer":"zebra","reading":9,"#
                + #""recordedAt":"2026-11-21T05:50:00.000001Z","scanner":"05e0:1200:A1","station":"desk-1","subject":3,"#
                + #""template":"box","version":1}"#
        )
    }

    @Test func aMovedDocument() throws {
        let move = DocumentMove(
            subject: EntityID(rawValue: 3),
            origin: EntityID(rawValue: 2),
            document: EntryNumber(rawValue: 5),
            reason: "misfiled"
        )
        let text = String(decoding: try body(6, .documentMoved(move)).bytes, as: UTF8.self)
        // The commitment was computed with Python's hashlib: sha256(b"\x07" * 32 + b"misfiled").
        #expect(
            text == #"{"document":5,"entry":6,"from":2,"kind":"document-moved","#
                + #""nonce":"07070707070707070707070707070707","occurredAt":"2026-11-21T05:50:00.000001Z","#
                + #""principal":"uid:1000","reading":9,"#
                + #""recordedAt":"2026-11-21T05:50:00.000001Z","scanner":"05e0:1200:A1","station":"desk-1","subject":3,"#
                + #""texts":{"reason":"1354c725ddf0731682f637d2bb7559a36e415cb84b7455324a74ba349e6f0c09"},"version":1}"#
        )
    }

    @Test func chargeOutUntilADay() throws {
        let transfer = Transfer(
            subject: EntityID(rawValue: 3),
            from: .location(EntityID(rawValue: 1)),
            to: .custodian(EntityID(rawValue: 2)),
            reason: nil,
            due: Timestamp(rfc3339: "2026-12-04T23:59:59Z")
        )
        let text = String(decoding: try body(4, .transferred(transfer)).bytes, as: UTF8.self)
        #expect(
            text == #"{"due":"2026-12-04T23:59:59.000000Z","entry":4,"from":{"kind":"location","record":1},"#
                + #""kind":"charged-out","nonce":"07070707070707070707070707070707","#
                + #""occurredAt":"2026-11-21T05:50:00.000001Z","principal":"uid:1000","#
                + #""reading":9,"recordedAt":"2026-11-21T05:50:00.000001Z","scanner":"05e0:1200:A1","#
                + #""station":"desk-1","subject":3,"to":{"kind":"custodian","record":2},"version":1}"#
        )
    }

    @Test func countsHoldsAndRenewals() throws {
        let count = ContentsCount(
            subject: EntityID(rawValue: 1),
            present: [EntityID(rawValue: 2)],
            missing: 1,
            extra: 0
        )
        let counted = String(decoding: try body(4, .counted(count)).bytes, as: UTF8.self)
        #expect(counted.contains(#""extra":0,"kind":"counted","missing":1,"#))
        #expect(counted.contains(#""present":[2],"#))
        let hold = Hold(subject: EntityID(rawValue: 2), stage: .released(EntryNumber(rawValue: 3)), reason: "over")
        let held = try body(4, .held(hold))
        #expect(String(decoding: held.bytes, as: UTF8.self).contains(#""hold":3,"kind":"hold-released","#))
        #expect(held.texts.map(\.text) == ["over"])
        let order = try body(
            4,
            .held(Hold(subject: EntityID(rawValue: 2), stage: .placed, order: "26-CV", reason: nil))
        )
        #expect(!String(decoding: order.bytes, as: UTF8.self).contains("26-CV"))
    }

    @Test func pullLists() throws {
        let barcode = try #require(MintedBarcode(prefix: .pullList, site: .standard, serial: 1))
        let made = String(decoding: try body(4, .pullList(.made(barcode))).bytes, as: UTF8.self)
        #expect(made.hasPrefix(#"{"barcode":"PL0000000010","entry":4,"kind":"pull-list-made","#))
        let list = PullListID(rawValue: 4)
        let cancelled = String(decoding: try body(9, .pullList(.cancelled(list))).bytes, as: UTF8.self)
        #expect(cancelled.hasPrefix(#"{"entry":9,"kind":"pull-list-cancelled","list":4,"#))
        let want = ItemRequest(
            subject: EntityID(rawValue: 2),
            list: list,
            recipient: EntityID(rawValue: 3),
            due: Timestamp(rfc3339: "2026-12-01T23:59:59Z"),
            reason: "hearing"
        )
        let wanted = try body(5, .wanted(want))
        let text = String(decoding: wanted.bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"due":"2026-12-01T23:59:59.000000Z","entry":5,"kind":"wanted","list":4,"#))
        #expect(text.contains(#""recipient":3,"#) && text.contains(#""subject":2,"#))
        #expect(wanted.texts.map(\.text) == ["hearing"] && !text.contains("hearing"))
        let notFound = NotFound(subject: EntityID(rawValue: 2), list: list)
        let missed = String(decoding: try body(6, .notFound(notFound)).bytes, as: UTF8.self)
        #expect(missed.hasPrefix(#"{"entry":6,"kind":"not-found","list":4,"#) && missed.contains(#""subject":2"#))
    }

    @Test func foreignBarcodesAndTitlesAreNeverInTheBody() throws {
        let registration = Registration(
            type: .item,
            kind: .folder,
            barcode: try Barcode(parsing: "CASE-2026-17"),
            origin: .given,
            title: "Smith v. Jones",
            home: EntityID(rawValue: 1),
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
                    subject: EntityID(rawValue: 2),
                    from: .container(EntityID(rawValue: 5)),
                    to: .custodian(EntityID(rawValue: 6)),
                    reason: nil
                )
            ),
            .labelPrinted(
                LabelPrint(subject: EntityID(rawValue: 2), template: "box", printer: "zebra", job: 17, copies: 2)
            ),
            .labelPrinted(
                LabelPrint(
                    subject: EntityID(rawValue: 2),
                    template: "box",
                    printer: "zebra",
                    job: 0,
                    copies: 1,
                    batch: PrintBatchNumber(rawValue: 3),
                    reason: "torn off",
                    circumstances: PrintCircumstances(despite: ["cover-open", "out-of-labels"])
                )
            ),
            .labelPrinted(
                LabelPrint(
                    subject: EntityID(rawValue: 2),
                    template: "box",
                    printer: "zebra",
                    job: 4,
                    copies: 1,
                    batch: PrintBatchNumber(rawValue: 3),
                    circumstances: PrintCircumstances(
                        despite: ["cover-open"],
                        overriders: ["cover-open": .user(1_001)],
                        mediaDoubt: "cannot-be-asked:usb"
                    )
                )
            ),
            .pagePrinted(
                PagePrint(
                    template: "controls",
                    printer: "office",
                    job: 18,
                    labels: 2,
                    circumstances: PrintCircumstances(despite: ["out-of-labels"], mediaDoubt: "no-answer")
                )
            ),
            .pagePrinted(PagePrint(template: "ruler-a4", printer: "office", job: 17, labels: 1)),
            .labelApplied(LabelApplication(subject: EntityID(rawValue: 2), print: EntryNumber(rawValue: 6))),
            .pullList(.made(try #require(MintedBarcode(prefix: .pullList, site: .standard, serial: 12)))),
            .pullList(.cancelled(PullListID(rawValue: 4))),
            .wanted(ItemRequest(subject: EntityID(rawValue: 2), list: PullListID(rawValue: 4))),
            .wanted(
                ItemRequest(
                    subject: EntityID(rawValue: 2),
                    list: PullListID(rawValue: 4),
                    recipient: EntityID(rawValue: 3),
                    due: Timestamp(rfc3339: "2026-12-01T23:59:59Z"),
                    reason: "hearing"
                )
            ),
            .notFound(NotFound(subject: EntityID(rawValue: 2), list: PullListID(rawValue: 4))),
            .supply(.received(try #require(SupplyName("roll-100x50")), units: 4_000)),
            .supply(.counted(try #require(SupplyName("ribbon")), units: 0)),
            .documentAttached(
                DocumentAttachment(
                    subject: EntityID(rawValue: 2),
                    hash: try #require(ContentHash(String(repeating: "0f", count: 32))),
                    bytes: 4_711,
                    mediaType: "application/pdf",
                    firstPage: 3,
                    pages: 12
                )
            ),
            .documentMoved(
                DocumentMove(
                    subject: EntityID(rawValue: 2),
                    origin: EntityID(rawValue: 5),
                    document: EntryNumber(rawValue: 6),
                    reason: "misfiled"
                )
            ),
            .transferred(
                Transfer(
                    subject: EntityID(rawValue: 2),
                    from: .location(EntityID(rawValue: 5)),
                    to: .custodian(EntityID(rawValue: 6)),
                    reason: "hearing",
                    due: Self.instant
                )
            ),
            .transferred(
                Transfer(
                    subject: EntityID(rawValue: 2),
                    from: .custodian(EntityID(rawValue: 5)),
                    to: .inTransit,
                    reason: nil,
                    recipient: EntityID(rawValue: 6)
                )
            ),
            .renewed(Renewal(subject: EntityID(rawValue: 2), due: try #require(Self.instant))),
            .held(Hold(subject: EntityID(rawValue: 2), stage: .placed, order: "26-CV-1", reason: nil)),
            .held(Hold(subject: EntityID(rawValue: 2), stage: .released(EntryNumber(rawValue: 4)), reason: "over")),
            .counted(
                ContentsCount(
                    subject: EntityID(rawValue: 1),
                    present: [EntityID(rawValue: 2), EntityID(rawValue: 3)],
                    missing: 1,
                    extra: 2
                )
            ),
            .changed(
                Change(
                    subject: EntityID(rawValue: 2),
                    conditions: ConditionChange(
                        isClosed: .set(true),
                        capacity: .set(40),
                        isSealed: .set(false),
                        roles: .set([.clerk]),
                        rooms: .cleared,
                        series: .cleared
                    )
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
            #"{"entry":1,"kind":"weighed","occurredAt":"2026-11-21T05:50:00.000000Z","order":"x","principal":"daemon","#
            + #""recordedAt":"2026-11-21T05:50:00.000000Z","version":1}"#
        let entry = try StoredEntry(body: Array(json.utf8), texts: [:]).entry()
        #expect(entry.fact == .unknown(kind: "weighed"))
    }

    @Test(arguments: ["", "[]", "{}", #"{"entry":1,"kind":"relocated"}"#, "\u{0}"])
    func damagedBodiesAreNamed(text: String) {
        #expect(throws: LogDamage.self) { try StoredEntry(body: Array(text.utf8), texts: [:]).entry() }
    }

    @Test func eachKindIsReadByOneFact() {
        let kinds = RecordedFacts.types.flatMap { $0.kinds }
        #expect(kinds.count == 40 && Set(kinds).count == kinds.count)
    }

    /// Who knows all of a move but its nonce cannot find its leaf hash.
    @Test func equalMovesHaveDifferentBodies() throws {
        let transfer = Transfer(subject: EntityID(rawValue: 3), from: .unknown, to: .inTransit, reason: nil)
        let entry = Entry(
            number: EntryNumber(rawValue: 4),
            fact: .transferred(transfer),
            attribution: Attribution(principal: .daemon),
            recordedAt: try #require(Self.instant)
        )
        let bodies = (0..<100).map { _ in EntryBody(of: entry, salts: Salt.random).bytes }
        #expect(Set(bodies).count == 100)
        for body in bodies { #expect(try StoredEntry(body: body, texts: [:]).hasNonce) }
    }

    @Test func theFirstEntryNamesTheKey() throws {
        func body(_ number: Int64, _ fact: Fact) throws -> StoredEntry {
            let entry = Entry(
                number: EntryNumber(rawValue: number),
                fact: fact,
                attribution: Attribution(principal: .daemon),
                recordedAt: try #require(Self.instant)
            )
            return try StoredEntry(body: EntryBody(of: entry, salts: Salt.random, firstKey: "key").bytes, texts: [:])
        }
        let event = Fact.log(.backedUp(entries: 0, sha256: ""))
        #expect(try body(1, event).newKey == "key")
        #expect(try body(2, event).newKey == nil)
        // One that is about keys says it itself.
        #expect(try body(1, .log(.keyRotated(old: nil, new: "other", reason: nil))).newKey == "other")
    }
}

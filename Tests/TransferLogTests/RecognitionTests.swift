import Barcodes
import GRDB
import Testing
import Vocabulary

@testable import TransferLog

/// How far the text of documents was read, and in which languages.
@Suite struct RecognitionTests {
    private static let start = EntryNumber(rawValue: 0)

    @Test func aDocumentIsReadAgainInALanguageThatItLacksAndInNoOther() async throws {
        try await Self.withDocument { document, log in
            try await log.write { try $0.keep("Mühle", in: ["eng"], of: 2, in: document) }
            try await log.write { try $0.keep("Lease", in: ["eng"], of: 3, in: document) }
            #expect(try await log.read { try $0.unreadPages(after: Self.start) } == nil)
            #expect(try await log.read { try $0.pagesUnread(in: ["eng"], after: Self.start) } == nil)
            #expect(try await log.read { try $0.pagesUnread(in: [], after: Self.start) } == nil)
            let lacking = try await log.read { try $0.pagesUnread(in: ["eng", "deu"], after: Self.start) }
            #expect(lacking?.pages == 2...3)
            #expect(try await log.read { try $0.pagesUnread(in: ["deu", "eng"], after: document) } == nil)

            // Halfway through, it is not done; and in the end it is not read in what only half of it was read in.
            try await log.write { try $0.keep("Mühle", in: ["deu", "eng"], of: 2, in: document) }
            #expect(try await log.read { try $0.unreadPages(after: Self.start)?.pages } == 3...3)
            try await log.write { try $0.keep("Lease", in: ["eng"], of: 3, in: document) }
            #expect(try await log.read { try $0.unreadPages(after: Self.start) } == nil)
            #expect(try await log.read { try $0.pagesUnread(in: ["deu"], after: Self.start)?.pages } == 2...3)
            for page in 2...3 {
                try await log.write { try $0.keep("Mühle", in: ["deu", "eng"], of: page, in: document) }
            }
            #expect(try await log.read { try $0.pagesUnread(in: ["deu", "eng"], after: Self.start) } == nil)
            // A language that is no longer asked for takes nothing away.
            #expect(try await log.read { try $0.pagesUnread(in: ["deu"], after: Self.start) } == nil)
        }
    }

    @Test func aDocumentThatWasReadWithoutAnyLanguageIsReadAgainOnceThereIsOne() async throws {
        try await Self.withDocument { document, log in
            for page in 2...3 { try await log.write { try $0.keep("", in: [], of: page, in: document) } }
            #expect(try await log.read { try $0.pagesUnread(in: [], after: Self.start) } == nil)
            #expect(try await log.read { try $0.pagesUnread(in: ["eng"], after: Self.start)?.pages } == 2...3)
        }
    }

    /// Documents of earlier versions have texts and no note: only what is empty is tried again, once.
    @Test func ofWhatAnEarlierVersionReadOnlyEmptyPagesAreReadAgain() async throws {
        try await Self.withDocument { document, log in
            for page in 2...3 { try await log.write { try $0.keep("Lease", in: ["eng"], of: page, in: document) } }
            try await log.write { try $0.db.execute(sql: "DELETE FROM recognition") }
            let whole = try #require(try await log.read { try $0.unreadPages(after: Self.start) })
            #expect(whole.document == document)
            #expect(whole.pages == nil)
            try await log.write { try $0.noteReadBefore(document) }
            #expect(try await log.read { try $0.unreadPages(after: Self.start) } == nil)
            #expect(try await log.read { try $0.pagesUnread(in: ["deu"], after: Self.start) } == nil)

            try await log.write { try $0.keep("", in: ["eng"], of: 3, in: document) }
            try await log.write { try $0.db.execute(sql: "DELETE FROM recognition") }
            #expect(try await log.read { try $0.unreadPages(after: Self.start)?.pages } == 3...3)
            try await log.write { try $0.keep("Lease", in: ["eng"], of: 3, in: document) }
            #expect(try await log.read { try $0.unreadPages(after: Self.start) } == nil)
        }
    }

    /// A document of pages 2 and 3 of its file.
    private static func withDocument(
        _ body: (EntryNumber, TransferLog) async throws -> Void
    ) async throws {
        try await ScratchLog.with { scratch in
            let minted = try #require(MintedBarcode(prefix: .item, site: .standard, serial: 1))
            let registration = Registration(
                type: .item,
                kind: .folder,
                barcode: Barcode(minted),
                origin: .given,
                title: nil,
                home: nil,
                parent: nil
            )
            let hash = try #require(ContentHash(String(repeating: "ab", count: 32)))
            let clerk = Attribution(principal: .user(1))
            let document = try await scratch.log.write { transaction in
                let folder = EntityID(registeredBy: try transaction.append(.registered(registration), by: clerk).number)
                let attachment = DocumentAttachment(
                    subject: folder,
                    hash: hash,
                    bytes: 9,
                    mediaType: "image/tiff",
                    firstPage: 2,
                    pages: 2
                )
                return try transaction.append(.documentAttached(attachment), by: clerk).number
            }
            try await body(document, scratch.log)
        }
    }
}

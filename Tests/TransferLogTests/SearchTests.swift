import Barcodes
import Foundation
import GRDB
import Localization
import Testing
import Vocabulary

@testable import TransferLog

@Suite struct SearchTests {
    private static let hash = String(repeating: "ab", count: 32)

    /// A thing with this title.
    private func add(_ title: String, _ serial: Int, to scratch: ScratchLog) async throws -> EntityID {
        let minted = try #require(MintedBarcode(prefix: .item, site: .standard, serial: serial))
        let registration = Registration(
            type: .item,
            kind: .folder,
            barcode: Barcode(minted),
            origin: .given,
            title: title,
            home: nil,
            parent: nil
        )
        return try await scratch.log.write { transaction in
            let clerk = Attribution(principal: .user(1))
            return EntityID(registeredBy: try transaction.append(.registered(registration), by: clerk).number)
        }
    }

    /// A document of `subject`, pages 2 and 3 of its file.
    private func attach(to subject: EntityID, in scratch: ScratchLog) async throws -> EntryNumber {
        let document = DocumentAttachment(
            subject: subject,
            hash: try #require(ContentHash(Self.hash)),
            bytes: 9,
            mediaType: "image/tiff",
            firstPage: 2,
            pages: 2
        )
        return try await scratch.log.write {
            try $0.append(.documentAttached(document), by: Attribution(principal: .user(1))).number
        }
    }

    private func indexTitles(of scratch: ScratchLog, at once: Int = 500) async throws {
        while try await scratch.log.write({ try $0.indexTitles(limit: once) }) {}
    }

    private func found(_ text: String, in scratch: ScratchLog) async throws -> [SearchHit] {
        let words = try #require(SearchWords(text))
        return try await scratch.log.read { try $0.search(words, before: nil, limit: 100) }
    }

    @Test func titlesAreFoundAsTheyAreNowWhateverTheirCaseAndAccents() async throws {
        try await ScratchLog.with { scratch in
            let smith = try await add("Müller v. Smith", 1, to: scratch)
            _ = try await add("Smith v. Jones", 2, to: scratch)
            try await indexTitles(of: scratch, at: 1)
            #expect(try await found("SMITH", in: scratch).map(\.entity.title) == ["Smith v. Jones", "Müller v. Smith"])
            #expect(try await found("smith muller", in: scratch).map(\.entity.id) == [smith])
            #expect(try await found("smith nobody", in: scratch).isEmpty)

            let change = Change(subject: smith, title: .set("Meyer"))
            try await scratch.log.write { _ = try $0.append(.changed(change), by: Attribution(principal: .user(1))) }
            #expect(try await scratch.log.read { try $0.hasTitlesToIndex() })
            try await indexTitles(of: scratch)
            #expect(try await !scratch.log.read { try $0.hasTitlesToIndex() })
            #expect(try await found("muller", in: scratch).isEmpty)
            let hit = try #require(try await found("meyer", in: scratch).first)
            #expect(hit.entity.id == smith)
            #expect(hit.place == .title)
            #expect(hit.snippet == "Meyer")
            // What is searched follows from nothing, and nothing from it.
            try await scratch.log.rebuild()
            #expect(try await scratch.log.verify().problems == [])
            #expect(try await found("meyer", in: scratch).count == 1)
        }
    }

    @Test func hitsComeInPages() async throws {
        try await ScratchLog.with { scratch in
            for serial in 1...5 { _ = try await add("box \(serial)", serial, to: scratch) }
            try await indexTitles(of: scratch, at: 2)
            let words = try #require(SearchWords("box"))
            var titles: [String] = []
            var cursor: Int64?
            while true {
                let before = cursor
                let hits = try await scratch.log.read { try $0.search(words, before: before, limit: 2) }
                titles += hits.compactMap(\.entity.title)
                guard let last = hits.last else { break }
                cursor = last.position
            }
            #expect(titles == ["box 5", "box 4", "box 3", "box 2", "box 1"])
        }
    }

    @Test func pagesOfADocumentAreFoundUntilItIsVoided() async throws {
        try await ScratchLog.with { scratch in
            let smith = try await add("Smith", 1, to: scratch)
            let document = try await attach(to: smith, in: scratch)
            let start = EntryNumber(rawValue: 0)
            let unread = try #require(try await scratch.log.read { try $0.unreadPages(after: start) })
            #expect(unread == UnreadPages(document: document, hash: unread.hash, pages: 2...3))
            try await scratch.log.write { try $0.keep("Lease of\n the  mill", in: ["eng"], of: 2, in: document) }
            // After a restart it goes on with the page that is missing.
            #expect(try await scratch.log.read { try $0.unreadPages(after: start)?.pages } == 3...3)
            #expect(try await scratch.log.read { try $0.unreadPages(after: document) } == nil)
            let beyond = EntryNumber(rawValue: document.rawValue + 1)
            #expect(try await scratch.log.read { try $0.unreadPages(after: beyond)?.pages } == 3...3)
            try await scratch.log.write { try $0.keep("", in: ["eng"], of: 3, in: document) }
            #expect(try await scratch.log.read { try $0.unreadPages(after: start) } == nil)

            let hit = try #require(try await found("mill lease", in: scratch).first)
            #expect(hit.entity.id == smith)
            #expect(hit.place == .page(document: document, number: 2))
            #expect(hit.snippet == "Lease of the mill")
            try await scratch.correct(document, subject: smith)
            #expect(try await found("mill", in: scratch).isEmpty)
        }
    }

    /// After an expungement no file of the database holds the words, neither the texts nor their index.
    @Test func wordsOfWhatWasExpungedAreGoneFromEveryFile() async throws {
        try await ScratchLog.with { scratch in
            for serial in 1...100 { _ = try await add("bystander \(serial)", serial, to: scratch) }
            let folder = try await add("Zyxgrudel", 200, to: scratch)
            let document = try await attach(to: folder, in: scratch)
            try await indexTitles(of: scratch, at: 20)
            try await scratch.log.write { try $0.keep("the qwertzfall case", in: [], of: 2, in: document) }
            for serial in 300...400 { _ = try await add("bystander \(serial)", serial, to: scratch) }
            try await indexTitles(of: scratch, at: 20)
            #expect(try traces(in: scratch) == ["grudel", "wertzfall"])

            try await scratch.log.write { transaction in
                let erased = try transaction.eraseTexts(of: folder)
                let stage = Expungement.Stage.done(request: EntryNumber(rawValue: 1), erased: erased)
                let expungement = Expungement(subject: folder, stage: stage, order: "A 1", reason: nil)
                try transaction.append(.expunged(expungement), by: Attribution(principal: .user(2)))
            }
            // What was being recognised meanwhile comes too late.
            let late = "the qwertzfall case, page 2"
            try await scratch.log.write { try $0.keep(late, in: [], of: 3, in: document) }
            try await indexTitles(of: scratch)
            try await scratch.log.scrub()
            #expect(try traces(in: scratch) == [])
            #expect(try await found("zyxgrudel", in: scratch).isEmpty)
            #expect(try await found("bystander 400", in: scratch).count == 1)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// The index shares the beginnings of words with their neighbours: their ends are looked for.
    private func traces(in scratch: ScratchLog) throws -> [String] {
        try ["grudel", "wertzfall"].filter { trace in
            try ["", "-wal"].contains { suffix in
                let path = scratch.path + suffix
                guard FileManager.default.fileExists(atPath: path) else { return false }
                return try Data(contentsOf: URL(filePath: path)).range(of: Data(trace.utf8)) != nil
            }
        }
    }

    @Test(arguments: [
        "\"", "a\" OR \"b", "NEAR(a b)", "text:a", "a*", "-a", "^a", "a AND NOT b", "(a", "{a}", "a + b",
        "'; DROP TABLE x",
        "½", "١", "é", "a\u{301}",
    ])
    func noQueryHasAMeaningToTheIndex(_ text: String) async throws {
        try await ScratchLog.with { scratch in
            _ = try await add("b", 1, to: scratch)
            try await indexTitles(of: scratch)
            guard let words = SearchWords(text) else { return #expect(text == "\"") }
            #expect(try await scratch.log.read { try $0.search(words, before: nil, limit: 10) }.isEmpty)
        }
    }

    @Test(arguments: [
        "", " \n", "- ; *", "a\0b", String(repeating: "a", count: 257), String(repeating: "a ", count: 17),
    ])
    func whatCannotBeLookedFor(_ text: String) { #expect(SearchWords(text) == nil) }

    /// What another program did to the words of a title is found by a verification, and mended by a rebuild.
    @Test(arguments: [
        "UPDATE searchText SET text = 'Somebody else' WHERE rowid = 4096", "DELETE FROM searchText WHERE rowid = 4096",
        "INSERT INTO searchText (rowid, text) VALUES (40960000, 'Invented')",
        "UPDATE searchText_content SET c0 = 'Somebody else' WHERE id = 4096",
    ])
    func wordsThatNobodyGaveAreNotATitle(sql: String) async throws {
        try await ScratchLog.with { scratch in
            for serial in 1...3 { _ = try await add("Smith v. Jones \(serial)", serial, to: scratch) }
            try await indexTitles(of: scratch)
            #expect(try await scratch.log.verify().problems == [])
            let outsider = try DatabaseQueue(path: scratch.path)
            try await outsider.write { try $0.execute(sql: sql) }
            try outsider.close()
            let problems = try await scratch.log.verify().problems.map(\.english)
            #expect(problems.contains { $0.contains("is not found by the words") }, "\(problems)")
            #expect(scratch.log.trouble?.description.contains("outguide log rebuild") == true)
            try await scratch.log.rebuild()
            try await indexTitles(of: scratch)
            #expect(try await scratch.log.verify().problems == [])
            #expect(try await found("smith", in: scratch).count == 3)
        }
    }
}

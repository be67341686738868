import Barcodes
import Foundation
import GRDB
import LogProof
import Testing
import Vocabulary

@testable import TransferLog

@Suite struct ExpungementTests {
    private static let secrets = ["Doe, Jane (juvenile)", "CASE-2019-00417", "sealed by order of the court"]

    /// After an expungement no file of the database holds the text, in whatever form SQLite keeps it.
    @Test func textsAreGoneFromEveryFile() async throws {
        try await ScratchLog.with { scratch in
            let folder = try await write(secrets: Self.secrets, to: scratch)
            // Neighbours, so that pages are split and merged around the secrets.
            for serial in 1...300 { _ = try await scratch.register(.item, serial) }
            #expect(try found(in: scratch).sorted() == Self.secrets.sorted())

            let before = try await scratch.log.read { try $0.treeHead() }
            try await scratch.log.write { transaction in
                let label = try transaction.nextBarcode(prefix: .item, site: .standard)
                let clerk = Attribution(principal: .user(2))
                try transaction.append(.labelled(Labelling(subject: folder, barcode: label, role: .primary)), by: clerk)
                let erased = try transaction.eraseTexts(of: folder)
                let stage = Expungement.Stage.done(request: EntryNumber(rawValue: 1), erased: erased)
                let expungement = Expungement(subject: folder, stage: stage, order: "A 1", reason: nil)
                try transaction.append(.expunged(expungement), by: clerk)
            }
            try await scratch.log.scrub()
            #expect(try found(in: scratch) == [])

            let entity = try #require(try await scratch.log.read { try $0.entity(folder) })
            #expect(entity.title == nil)
            #expect(entity.barcode.minted != nil)
            // What was promised before still holds, and everything verifies.
            let proof = try await scratch.log.read { view in
                try view.consistencyProof(from: before.size, to: try view.treeHead().size)
            }
            let after = try await scratch.log.read { try $0.treeHead() }
            try proof.verify(from: before, to: after)
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    /// What a request said could be guessed from its digest, and why labels were printed again stands with their run.
    @Test func requestsThatSaidItAreForgotten() async throws {
        try await ScratchLog.with { scratch in
            let clerk = Principal.user(1)
            let key = try #require(RequestKey("k1", of: clerk, request: Array(Self.secrets[0].utf8)))
            let other = try #require(RequestKey("k2", of: clerk, request: Array("another".utf8)))
            let run = try #require(RequestKey("k3", of: clerk, request: Array(Self.secrets[2].utf8)))
            let folder = try await write(secrets: Self.secrets, to: scratch)
            let box = try await scratch.register(.container, 1)
            try await scratch.log.write { transaction in
                let (mine, others) = (EntryNumber(rawValue: folder.rawValue), EntryNumber(rawValue: box.rawValue))
                try transaction.remember(RequestResult(entries: mine...mine), of: key)
                try transaction.remember(RequestResult(entries: others...others), of: other)
                _ = try transaction.beginPrintBatch(
                    of: [folder],
                    template: "box",
                    printer: "zebra",
                    copies: 1,
                    isMinted: false,
                    reason: Self.secrets[2],
                    by: clerk,
                    key: run
                )
                _ = try transaction.eraseTexts(of: folder)
            }
            try await scratch.log.scrub()
            // Its number goes with the entry that says so.
            #expect(try found(in: scratch) == [Self.secrets[1]])
            let bytes = try Data(contentsOf: URL(filePath: scratch.path))
            #expect(bytes.range(of: Data(key.fingerprint)) == nil)
            #expect(bytes.range(of: Data(run.fingerprint)) == nil)
            // A request about other things is known as before; keys of those that are forgotten are as good as new.
            #expect(try await scratch.log.write { try $0.result(of: other) } != nil)
            #expect(try await scratch.log.write { try $0.result(of: key) } == nil)
            #expect(try await scratch.log.write { try $0.printBatch(of: run) } == nil)
        }
    }

    private func write(secrets: [String], to scratch: ScratchLog) async throws -> EntityID {
        let registration = Registration(
            type: .item,
            kind: .folder,
            barcode: try Barcode(parsing: secrets[1]),
            origin: .given,
            title: secrets[0],
            home: nil,
            parent: nil
        )
        let station = try #require(StationName("desk"))
        return try await scratch.log.write { transaction in
            let clerk = Attribution(principal: .user(1))
            let folder = EntityID(registeredBy: try transaction.append(.registered(registration), by: clerk).number)
            let transfer = Transfer(subject: folder, from: .unknown, to: .inTransit, reason: secrets[2])
            try transaction.append(.transferred(transfer), by: clerk)
            _ = try transaction.store(
                Reading(
                    bytes: Array("]C0\(secrets[1])".utf8),
                    symbology: nil,
                    station: station,
                    scanner: nil,
                    principal: .daemon,
                    occurredAt: nil
                )
            )
            return folder
        }
    }

    /// The secrets that stand anywhere in the database's files.
    private func found(in scratch: ScratchLog) throws -> [String] {
        var found: Set<String> = []
        for suffix in ["", "-wal", "-shm"] {
            guard let bytes = FileManager.default.contents(atPath: scratch.path + suffix) else { continue }
            for secret in Self.secrets where bytes.range(of: Data(secret.utf8)) != nil { found.insert(secret) }
        }
        return Array(found)
    }
}

import Foundation
import Testing
import Vocabulary

@testable import Safekeeping

@Suite("The store of scanned files")
struct DocumentStoreTests {
    @Test func filesAreKeptUnderTheirHashAndChecked() async throws {
        try await ScratchFolder.with { path in
            let store = DocumentStore(path: path + "/documents")
            try store.prepare()
            let bytes = Array("page".utf8)
            let hash = try #require(DocumentStore.hash(of: bytes))
            #expect(throws: DocumentStoreError.missing(hash: hash.text)) { try store.check(hash, bytes: 4) }
            try store.store(bytes, as: hash)
            try store.store(bytes, as: hash)
            try store.check(hash, bytes: 4)
            let file = store.file(hash)
            #expect(file.hasPrefix("\(path)/documents/\(hash.text.prefix(2))/"))
            #expect(try Data(contentsOf: URL(filePath: file)) == Data(bytes))
            #expect(throws: DocumentStoreError.changed(hash: hash.text)) { try store.check(hash, bytes: 5) }
            // Damage is told, and storing the file anew mends it.
            chmod(file, 0o600)
            try Data("gone".utf8).write(to: URL(filePath: file))
            #expect(throws: DocumentStoreError.changed(hash: hash.text)) { try store.check(hash, bytes: 4) }
            try store.store(bytes, as: hash)
            try store.check(hash, bytes: 4)
            try store.remove(hash)
            #expect(throws: DocumentStoreError.missing(hash: hash.text)) { try store.check(hash, bytes: 4) }
        }
    }

    @Test func whatACrashLeftIsTakenAway() async throws {
        try await ScratchFolder.with { path in
            let store = DocumentStore(path: path + "/documents")
            try store.prepare()
            let draft = path + "/documents/incoming/half"
            try Data("ha".utf8).write(to: URL(filePath: draft))
            try store.prepare()
            #expect(!FileManager.default.fileExists(atPath: draft))
        }
    }
}

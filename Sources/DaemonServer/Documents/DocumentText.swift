import Circulation
import FoundationEssentials
import ImageDecoding
import Logging
import Records
import TransferLog

/// Recognises the text of documents that are filed, one page after the other, and makes it searchable.
struct DocumentText: Sendable {
    let languages: [TextLanguage]
    let store: DocumentStore
    let decoder: DecoderProcess
    let circulation: Circulation
    let logger: Logger

    /// Goes through the documents after `cursor` that have pages without a text, and moves `cursor` on.
    ///
    /// A page that cannot be read has none, and counts as recognised; a document whose file cannot be trusted is left
    /// for the next start. Throws what stands in the way of all.
    func recognise(after cursor: inout EntryNumber) async throws {
        while let unread = try await circulation.unreadPages(after: cursor) {
            let metadata: Logger.Metadata = ["document": "\(unread.document)"]
            do {
                let bytes = try await file(unread.hash)
                let names = Set(languages.map(\.text))
                for page in unread.pages.map(Array.init) ?? [] {
                    let text = try await text(of: bytes, page, metadata)
                    try await circulation.keep(text, in: names, of: page, in: unread.document)
                }
                logger.info("recognised the text of a document", metadata: metadata)
            } catch let error as DocumentStoreError {
                logger.error("cannot recognise the text", metadata: metadata.merging(["reason": "\(error)"]) { $1 })
            } catch ImageDecodingError.brokenAnswer(let reason) {
                logger.error("cannot recognise the text", metadata: metadata.merging(["reason": "\(reason)"]) { $1 })
            }
            cursor = unread.document
        }
    }

    private func text(of file: [UInt8], _ page: Int, _ metadata: Logger.Metadata) async throws -> String {
        do {
            return try await decoder.text(of: file, page: page, languages: languages).text
        } catch {
            switch error {
            case .busy, .cancelled, .cannotStart, .brokenAnswer, .noTextRecognition, .noTables: throw error
            default:
                let why: Logger.Metadata = ["page": "\(page)", "reason": "\(error)"]
                logger.warning("a page has no text that can be recognised", metadata: metadata.merging(why) { $1 })
                return ""
            }
        }
    }

    private func file(_ hash: ContentHash) async throws -> [UInt8] {
        let path = store.file(hash)
        return try await BlockingWork.run {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw DocumentStoreError.missing(hash: hash.text)
            }
            let bytes = [UInt8](data)
            guard DocumentStore.hash(of: bytes) == hash else { throw DocumentStoreError.changed(hash: hash.text) }
            return bytes
        }
    }
}

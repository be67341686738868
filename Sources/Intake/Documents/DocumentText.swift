import Circulation
import FoundationEssentials
import ImageDecoding
import Localization
import Logging
import Safekeeping
import TransferLog
import Vocabulary

/// Recognises the text of filed documents page by page, and adds it to the search index.
struct DocumentText: Sendable {
    /// The progress of the work.
    struct Position: Sendable {
        /// The last document handled among those that were never read.
        fileprivate var unread = EntryNumber(rawValue: 0)
        /// The last document handled among those that were read in fewer languages.
        fileprivate var lacking = EntryNumber(rawValue: 0)
        fileprivate var languages: Set<String>?
        /// Whether a long document has pages left for its next turn.
        fileprivate var hasRest = false
    }

    /// Pages of a document that are read before other documents have their turn.
    private static let pagesAtOnce = 20
    /// The rest of a document is skipped after this many slow pages.
    private static let mostSlowPages = 3

    let store: DocumentStore
    let decoder: DecoderProcess
    /// The directory of language tables; nil for the default.
    let tables: String?
    let circulation: Circulation
    let work: OngoingWork
    let logger: Logger

    /// Reads unread documents, then those not yet read in all of `languages`, and advances `position`.
    ///
    /// A page that cannot be read has no text and counts as read. A document whose file is missing or damaged is left
    /// for the next start. Throws errors that affect all documents.
    func read(in languages: [TextLanguage], from position: inout Position) async throws {
        let names = Set(languages.map(\.text))
        if position.languages != names {
            position.languages = names
            position.lacking = EntryNumber(rawValue: 0)
        }
        while true {
            if let unread = try await circulation.unreadPages(after: position.unread) {
                if let pages = unread.pages {
                    try await read(pages, of: unread, in: languages, &position)
                } else {
                    try await circulation.noteReadBefore(unread.document)
                }
                position.unread = unread.document
            } else if position.hasRest {
                position.hasRest = false
                position.unread = EntryNumber(rawValue: 0)
            } else if let lacking = try await circulation.pagesUnread(in: names, after: position.lacking) {
                if let pages = lacking.pages { try await read(pages, of: lacking, in: languages, &position) }
                position.lacking = lacking.document
            } else {
                return
            }
        }
    }

    private func read(
        _ pages: ClosedRange<Int>,
        of unread: UnreadPages,
        in languages: [TextLanguage],
        _ position: inout Position
    ) async throws {
        let metadata: Logger.Metadata = ["document": "\(unread.document)"]
        let ticket = work.begin(Message("text of document \(unread.document, "document")"), logger: logger)
        defer { work.end(ticket) }
        do {
            let bytes = try await file(unread.hash)
            var slowPages = 0
            for page in pages.prefix(Self.pagesAtOnce) {
                work.update(ticket, page: page, of: pages.upperBound)
                var text = ""
                if slowPages < Self.mostSlowPages {
                    let found = try await self.text(of: bytes, page, languages, metadata)
                    if found.isSlow { slowPages += 1 }
                    text = found.text
                }
                try await circulation.keep(text, in: Set(languages.map(\.text)), of: page, in: unread.document)
            }
            if slowPages >= Self.mostSlowPages {
                logger.warning("the rest of a document was not read: its pages take too long", metadata: metadata)
            }
            if pages.count > Self.pagesAtOnce {
                position.hasRest = true
            } else {
                logger.info("recognised the text of a document", metadata: metadata)
            }
        } catch let error as DocumentStoreError {
            logger.error("cannot recognise the text", metadata: metadata.merging(["reason": "\(error)"]) { $1 })
        } catch ImageDecodingError.brokenAnswer(let reason) {
            logger.error("cannot recognise the text", metadata: metadata.merging(["reason": "\(reason)"]) { $1 })
        }
    }

    private func text(
        of file: [UInt8],
        _ page: Int,
        _ languages: [TextLanguage],
        _ metadata: Logger.Metadata
    ) async throws -> (text: String, isSlow: Bool) {
        func warn(_ message: Logger.Message, _ reason: String) {
            let why: Logger.Metadata = ["page": "\(page)", "reason": "\(reason)"]
            logger.warning(message, metadata: metadata.merging(why) { $1 })
        }
        let found: PageText
        do throws(ImageDecodingError) {
            found = try await decoder.text(of: file, page: page, languages: languages, tables: tables)
        } catch {
            switch error {
            case .busy, .cancelled, .cannotStart, .brokenAnswer, .noTextRecognition, .noTables: throw error
            default:
                warn("a page has no text that can be recognised", "\(error)")
                return ("", error.isSlowness)
            }
        }
        if found.source == .pictureAgainstLayer {
            warn("the text in a document is not what its page shows", "what was recognised on the page is used")
        }
        guard let problem = found.problem else { return (found.text, false) }
        if case .crashed = problem, languages.count > 1 {
            return (try await oneByOne(file, page, languages, found.text), false)
        }
        warn("a page was not recognised", "\(problem)")
        return (found.text, problem.isSlowness)
    }

    /// The text found with each language separately, for a page on which Tesseract fails with all of them together.
    private func oneByOne(
        _ file: [UInt8],
        _ page: Int,
        _ languages: [TextLanguage],
        _ layer: String
    ) async throws -> String {
        var texts: [String] = []
        for language in languages {
            let found = try await decoder.text(of: file, page: page, languages: [language], tables: tables)
            if found.problem == nil, !texts.contains(found.text) { texts.append(found.text) }
        }
        return texts.isEmpty ? layer : texts.joined(separator: "\n")
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

extension ImageDecodingError {
    fileprivate var isSlowness: Bool {
        switch self {
        case .timedOut, .tooSlow: true
        default: false
        }
    }
}

import FoundationEssentials
import Glibc
package import ImageDecoding
package import Localization
import Logging
import Safekeeping
import Synchronization

/// Tracks which of the configured languages can currently be recognised.
///
/// A language table is tested in a separate child process before it is used, and again when its file changes. A
/// missing or damaged table therefore costs no page, and a table installed later is used from then on.
package final class TextLanguages: Sendable {
    package enum State: Sendable, Hashable {
        case usable
        /// The table is not installed.
        case missing
        /// The table exists, but Tesseract cannot use it.
        case damaged(Message)
        /// Tesseract itself is missing.
        case noLibrary
    }

    private struct Trial {
        var identity: FileIdentity?
        var state: State
    }

    /// The directories in which Debian's packages install tables, as Tesseract names them.
    static let standardDirectories = ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"]

    /// The directories searched for tables.
    package let directories: [String]
    /// The directory that child processes use; nil for Tesseract's built-in default.
    let directory: String?
    private let trials = Mutex<[TextLanguage: Trial]>([:])

    /// `directory` is the only directory of tables, as set by Tesseract's variable `TESSDATA_PREFIX`.
    package init(directory: String? = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"]) {
        self.directory = directory
        directories = directory.map { [$0] } ?? Self.standardDirectories
    }

    /// Tests changed tables, and returns those of `languages` that can be recognised.
    ///
    /// Throws when no child process can be started.
    func usable(
        of languages: [TextLanguage],
        by decoder: DecoderProcess,
        logger: Logger
    ) async throws(ImageDecodingError) -> [TextLanguage] {
        for language in languages {
            let identity = await identity(of: language)
            let known = trials.withLock { $0[language] }
            if let known, known.identity == identity, known.state != .noLibrary { continue }
            let state = try await trial(of: language, isThere: identity != nil, by: decoder)
            trials.withLock { $0[language] = Trial(identity: identity, state: state) }
            if known?.state != state { report(state, of: language, wasBad: known != nil, logger) }
        }
        trials.withLock { trials in trials = trials.filter { languages.contains($0.key) } }
        return languages.filter { language in trials.withLock { $0[language]?.state } == .usable }
    }

    /// Marks all tables to be tested again.
    func forget() {
        let never = FileIdentity(inode: 0, size: -1, changedAt: 0)
        trials.withLock { $0 = $0.mapValues { Trial(identity: never, state: $0.state) } }
    }

    /// The languages that cannot be recognised and the remedy, from the tests so far; nil when all can be.
    package var trouble: (message: Message, remedy: String)? {
        let states = trials.withLock { $0.mapValues(\.state) }
        let bad = states.filter { $0.value != .usable }.sorted { $0.key.text < $1.key.text }
        guard !bad.isEmpty else { return nil }
        let list = bad.map { (language: $0.key, state: $0.value) }
        return (Self.message(list), Self.remedy(list))
    }

    /// The languages that cannot be recognised, and `able`, which says which can be.
    package static func message(_ bad: [(language: TextLanguage, state: State)], and able: Message? = nil) -> Message {
        let clauses = bad.map { language, state in
            Message("\(language, "language") cannot be recognised: \(words(state), "reason")")
        }
        let all = clauses + (able.map { [$0] } ?? [])
        return Message("\(.series(all.map { .message($0) }, separator: "; "), "troubles")")
    }

    /// The results of the tests so far.
    package var states: [TextLanguage: State] { trials.withLock { $0.mapValues(\.state) } }

    package static func words(_ state: State) -> Message {
        switch state {
        case .usable: Message("it can be used")
        case .missing: Message("not installed")
        case .damaged(let reason): Message("its table is damaged (\(reason, "reason"))")
        case .noLibrary: Message("Tesseract is not installed")
        }
    }

    /// The Debian commands that install or repair the tables.
    package static func remedy(_ bad: [(language: TextLanguage, state: State)]) -> String {
        var missing: [String] = bad.contains { $0.state == .noLibrary } ? ["libtesseract5"] : []
        var damaged: [String] = []
        for (language, state) in bad {
            if case .damaged = state { damaged.append(language.package) } else { missing.append(language.package) }
        }
        var commands: [String] = []
        if !missing.isEmpty { commands.append("apt install \(missing.joined(separator: " "))") }
        if !damaged.isEmpty { commands.append("apt install --reinstall \(damaged.joined(separator: " "))") }
        return commands.joined(separator: "; ")
    }

    private func report(_ state: State, of language: TextLanguage, wasBad: Bool, _ logger: Logger) {
        guard state != .usable else {
            if wasBad { logger.notice("a language can be recognised now", metadata: ["language": "\(language)"]) }
            return
        }
        logger.warning(
            "a language cannot be recognised",
            metadata: [
                "language": "\(language)", "reason": "\(Self.words(state).english)",
                "remedy": "\(Self.remedy([(language, state)]))",
            ]
        )
    }

    private func trial(
        of language: TextLanguage,
        isThere: Bool,
        by decoder: DecoderProcess
    ) async throws(ImageDecodingError) -> State {
        do throws(ImageDecodingError) {
            let text = try await decoder.text(of: Self.page, page: 1, languages: [language], tables: directory)
            if let problem = text.problem { return .damaged(Message(verbatim: "\(problem)")) }
            return .usable
        } catch {
            switch error {
            case .busy, .cancelled, .cannotStart: throw error
            case .noTextRecognition(package: "libtesseract5"): return .noLibrary
            case .noTextRecognition: return isThere ? .damaged(Message("Tesseract does not read it")) : .missing
            case .noTables: return .damaged(Message("Tesseract crashes on reading it"))
            default: return .damaged(error.asMessage)
            }
        }
    }

    private func identity(of language: TextLanguage) async -> FileIdentity? {
        let paths = directories.map { "\($0)/\(language).traineddata" }
        let found = try? await BlockingWork.run {
            for path in paths {
                var status = stat()
                if stat(path, &status) == 0 { return FileIdentity?(FileIdentity(status)) }
            }
            return nil
        }
        return found ?? nil
    }

    /// A line of print as PNG, which needs no additional library.
    ///
    /// Some damage to a table shows only when a word is recognised.
    private static let page = [UInt8](
        Data(
            base64Encoded: """
                iVBORw0KGgoAAAANSUhEUgAAAY8AAABIAQAAAAAme0TyAAAAy0lEQVRIx+3VOw6DMAwGYEcZ2MgFKnENNm5GeoJyJTZfI1Iv0Gwe
                orpOqqqlj6FDkw5m4PGHD8nGCOBvtzMoUaKkAdlPZbW7J5GDY/A1CdkXkXzeD4ybdCl5PSJL/0vAr5bX4drz/RRAmkzgMIfyBIPJ
                NCGUL+fpGDNPHm+1rDmUs8Mob78JAUdSznCCLcE0g21IIjHn26QWfiblw2lIFnzT5Igfm1yDEBgZS7LLw1iafAw9BFfGsh930AXo
                QMa1HtH/ixIlSpT8glwAzQTrxhrvFcQAAAAASUVORK5CYII=
                """,
            options: .ignoreUnknownCharacters
        ) ?? Data()
    )
}

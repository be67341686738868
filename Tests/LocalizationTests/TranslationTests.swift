import Foundation
import TestSupport
import Testing

@testable import Localization

/// The catalogues of the package: complete, usable, and true to the glossary.
@Suite struct TranslationTests {
    static let languages = ["de", "es", "fr"]

    @Test func everyLanguageHasACatalogue() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: CatalogueSources.directory)
        #expect(files.filter { $0.hasSuffix(".po") }.sorted() == Self.languages.map { $0 + ".po" })
    }

    @Test(arguments: languages)
    func everyMessageIsTranslatedAndNoneIsUnused(language: String) async throws {
        let template = Set(try await CatalogueSources.template().originals)
        let catalogue = try await CatalogueSources.catalogue(of: language)
        #expect(catalogue.language == LanguageTag(language: language))
        let translated = Set(catalogue.originals)
        #expect(template.count > 500)
        #expect(template.subtracting(translated).map(\.text).sorted() == [], "missing in \(language).po")
        #expect(translated.subtracting(template).map(\.text).sorted() == [], "unused in \(language).po")
        let incomplete = catalogue.originals.filter { original in
            catalogue.forms(of: original.text, original.context)?.contains("") ?? true
        }
        #expect(incomplete.map(\.text) == [], "without a form in \(language).po")
    }

    @Test(arguments: languages)
    func translationsHaveTheArgumentsOfTheirMessages(language: String) async throws {
        #expect(try await CatalogueSources.catalogue(of: language).unusable.map(\.text) == [])
    }

    /// Line breaks and spaces at the ends belong to layouts, and punctuation at the beginning to another sentence.
    @Test func messagesAreNoFragments() async throws {
        let fragments = try await CatalogueSources.template().originals.filter { original in
            guard original.context != "decimal separator", original.context != "grouping separator" else {
                return false
            }
            return [original.text, original.plural ?? original.text].contains { text in
                text.first?.isWhitespace != false || text.last?.isWhitespace != false
                    || ",;:.)".contains(text.prefix(1))
            }
        }
        #expect(fragments.map(\.text) == [])
    }

    @Test(arguments: languages)
    func aTermHasOneTranslation(language: String) async throws {
        let glossary = try Glossary(of: language)
        #expect(glossary.terms.count > 15)
        let catalogue = try await CatalogueSources.catalogue(of: language)
        var wrong: [String] = []
        for original in catalogue.originals {
            let translation = catalogue.forms(of: original.text, original.context)?.joined(separator: " ") ?? ""
            for term in glossary.terms(in: original.text) where !term.isTranslated(in: translation) {
                wrong.append("\(term.english) → \(term.stems[0]): \(original.text) → \(translation)")
            }
        }
        #expect(wrong == [])
    }
}

/// The sources of the catalogues, compiled with gettext.
enum CatalogueSources {
    static let directory = sources + "/Translations"
    private static let sources =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/Localization").standardized.path

    /// The catalogue of a language.
    static func catalogue(of language: String) async throws -> Catalogue {
        try await compiled("\(directory)/\(language).po")
    }

    /// The messages in the sources of all modules, each with its English text as translation.
    static func template() async throws -> Catalogue {
        try await inDirectory { directory in
            let extracted = try await run(sources + "/extract", [])
            try Data(extracted.utf8).write(to: URL(fileURLWithPath: directory + "/messages.pot"))
            _ = try await run("/usr/bin/msgen", ["-o", directory + "/en.po", directory + "/messages.pot"])
            return try await compiled(directory + "/en.po")
        }
    }

    private static func compiled(_ path: String) async throws -> Catalogue {
        try await inDirectory { directory in
            _ = try await run("/usr/bin/msgfmt", ["--check-format", "-o", directory + "/outguide.mo", path])
            let bytes = try Data(contentsOf: URL(fileURLWithPath: directory + "/outguide.mo"))
            return try Catalogue(mo: Array(bytes), file: path)
        }
    }

    private static func run(_ program: String, _ arguments: [String]) async throws -> String {
        let run = try await ChildRun.of(program, arguments)
        guard run.status == 0 else { throw Failure(description: run.errors) }
        return run.output
    }

    private static func inDirectory<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let directory = FileManager.default.temporaryDirectory.path + "/catalogues-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        return try await body(directory)
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}

/// The terms of the field with their translations into one language.
struct Glossary {
    struct Term {
        let english: String
        /// The forms of the translation, one of which a translated text has.
        let stems: [String]

        /// Where the text has the term as a word, perhaps in the plural.
        func ranges(in text: String) -> [Range<String.Index>] {
            text.ranges(of: english).filter { range in
                let rest = text[range.upperBound...]
                let end = rest.hasPrefix("es") ? rest.dropFirst(2) : rest.hasPrefix("s") ? rest.dropFirst() : rest
                let before = text[..<range.lowerBound].last
                return before?.isLetter != true && before != "-" && end.first?.isLetter != true && end.first != "-"
            }
        }

        func isTranslated(in text: String) -> Bool {
            let text = text.lowercased()
            return stems.contains { text.contains($0.lowercased()) }
        }
    }

    let terms: [Term]

    /// The terms of a message; a term within a longer one is not counted.
    func terms(in text: String) -> [Term] {
        // Names of arguments, commands and examples of them are no prose.
        var words = text.replacing(/\{\w+\}|“outguide[^”]*”|(?m)^ {2,}outguide.*$/, with: " ").lowercased()
        return terms.sorted { $0.english.count > $1.english.count }.filter { term in
            let ranges = term.ranges(in: words)
            for range in ranges.reversed() { words.replaceSubrange(range, with: "#") }
            return !ranges.isEmpty
        }
    }

    init(of language: String) throws {
        let text = try String(contentsOfFile: CatalogueSources.directory + "/glossary.tsv", encoding: .utf8)
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        guard let column = rows.first?.firstIndex(of: Substring(language)) else {
            throw CatalogueSources.Failure(description: "the glossary has no column for \(language)")
        }
        terms = rows.dropFirst().filter { !$0[0].hasPrefix("~") && $0.count > column }.map { row in
            Term(english: String(row[0]), stems: row[column].split(separator: "|").map(String.init))
        }
    }
}

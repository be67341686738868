import Foundation
import Testing
import Vocabulary

@testable import Localization

@Suite struct LanguagesTests {
    private static func with(_ body: (URL) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: directory) }
        try body(directory)
    }

    private static func place(_ bytes: [UInt8], _ language: String, in directory: URL) throws {
        let folder = directory.appending(path: "\(language)/LC_MESSAGES")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: folder.appending(path: "outguide.mo"))
    }

    private static func text(_ languages: Languages, _ header: String) -> String {
        languages.localizer(for: LanguagePreferences(acceptLanguage: header), clock: .utc)
            .text(of: Message("due"), now: .latest)
    }

    @Test func aDirectoryIsRead() throws {
        try Self.with { directory in
            try Self.place(CatalogueBytes().bytes, "de", in: directory)
            try Self.place(Array("no catalogue".utf8), "fr", in: directory)
            try Self.place(CatalogueBytes().bytes, "not a language", in: directory)
            try FileManager.default.createDirectory(
                at: directory.appending(path: "es/LC_MESSAGES/outguide.mo"),
                withIntermediateDirectories: true
            )
            let languages = CatalogueDirectories([directory.path]).languages()
            #expect(Set(languages.available.map(\.description)) == ["de", "en", "xx"])
            #expect(languages.faults.map(\.fault) == [.notAFile, .notACatalogue])
            #expect(languages.faults.last?.file == "\(directory.path)/fr/LC_MESSAGES/outguide.mo")
            #expect(Self.text(languages, "de-AT") == "fällig")
            #expect(Self.text(languages, "fr, de;q=0.1") == "fällig")
            #expect(Self.text(languages, "fr") == "due")
            #expect(Self.text(languages, "xx").contains("đüé"))
        }
    }

    @Test func theFirstDirectoryPrecedesAndAFaultyFileDoesNot() throws {
        try Self.with { own in
            try Self.with { shipped in
                let header = ("", CatalogueBytes.header)
                try Self.place(CatalogueBytes(messages: [header, ("due", "fällig am")]).bytes, "de", in: own)
                try Self.place(Array("?".utf8), "fr", in: own)
                try Self.place(CatalogueBytes().bytes, "de", in: shipped)
                try Self.place(CatalogueBytes(messages: [header, ("due", "à rendre")]).bytes, "fr", in: shipped)
                let directories = CatalogueDirectories([own.path, shipped.path])
                let languages = directories.languages()
                #expect(Self.text(languages, "de") == "fällig am")
                #expect(Self.text(languages, "fr") == "à rendre")
                #expect(languages.faults.count == 1)
                let one = directories.languages(for: LanguagePreferences(acceptLanguage: "de-AT"))
                #expect(one.catalogues.keys.map(\.description) == ["de"])
                #expect(one.faults.isEmpty)
            }
        }
    }

    @Test func directoriesOfTheEnvironmentPrecede() throws {
        try Self.with { own in
            try Self.place(CatalogueBytes().bytes, "de", in: own)
            let directories = CatalogueDirectories.standard(preceding: "/nonexistent:\(own.path)")
            let languages = directories.languages(for: LanguagePreferences(acceptLanguage: "de"))
            #expect(languages.catalogues.values.map(\.file) == ["\(own.path)/de/LC_MESSAGES/outguide.mo"])
        }
    }

    @Test func withoutADirectoryThereIsEnglish() {
        let languages = CatalogueDirectories(["/nonexistent"]).languages()
        #expect(languages.faults.isEmpty)
        #expect(Self.text(languages, "de") == "due")
        let localizer = languages.localizer(for: LanguagePreferences(acceptLanguage: "de-AT"), clock: .utc)
        #expect(localizer.format.tag.description == "en-AT")
    }
}

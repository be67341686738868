import Circulation
import Foundation
import HTTPTypes
import HummingbirdCore
import Localization
import Printing
import Testing
import Vocabulary
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices
@testable import Settings

/// Each reader has a language: callers by their requests, stations and pages by the configuration.
@Suite struct LanguageTests {
    private static let limit = "cannot list {text} rows: limit is a number from 1 to {limit}"

    private static func problem(
        _ parts: DaemonParts,
        _ path: String = "/v1/items?limit=none",
        accepting language: String?
    ) async throws -> (detail: String, headers: HTTPFields) {
        var headers = HTTPFields()
        headers[.acceptLanguage] = language
        let response = try await Asking(parts).response(.get, path, as: [.reader], headers: headers)
        let collector = CollectingWriter()
        try await response.body.write(collector)
        let problem = try WireCoding.decode(Problem.self, from: Data(collector.text.utf8))
        return (problem.detail, response.headers)
    }

    @Test(
        arguments: [
            ("de", "höchstens 1.000 Zeilen, nicht none", "de"),
            ("fr, de-AT;q=0.5", "höchstens 1\u{a0}000 Zeilen, nicht none", "de-AT"),
            ("fr", "cannot list none rows: limit is a number from 1 to 1,000", "en"),
            (nil, "cannot list none rows: limit is a number from 1 to 1000", "en"),
        ] as [(String?, String, String)]
    )
    func aProblemIsInTheLanguageOfTheCaller(accepted: String?, detail: String, language: String) async throws {
        let languages = try GermanCatalogue.languages([Self.limit: "höchstens {limit} Zeilen, nicht {text}"])
        // The language of the site is that of its papers, not of its callers.
        var configuration = Configuration.standard
        configuration.language = LanguageTag("de")
        try await ScratchDaemon.with(configuration: configuration, languages: languages) { parts in
            let told = try await Self.problem(parts, accepting: accepted)
            #expect(told.detail == detail)
            #expect(told.headers[.contentLanguage] == language)
            #expect(told.headers[.vary] == "Accept-Language")
        }
    }

    @Test func theReasonInAProblemIsTranslatedToo() async throws {
        let languages = try GermanCatalogue.languages([
            "cannot let {user} do that: {reason}": "{user} darf das nicht: {reason}",
            "it is for the role {roles}": "das ist Sache von {roles}",
        ])
        try await ScratchDaemon.with(languages: languages) { parts in
            let told = try await Self.problem(parts, "/v1/access", accepting: "de")
            #expect(told.detail == "uid:4711 darf das nicht: das ist Sache von auditor oder administrator")
        }
    }

    @Test func findingsAreInTheLanguageOfTheCaller() async throws {
        let languages = try GermanCatalogue.languages([
            "{path} is there": "{path} ist da", "nothing was lost of it since the start": "es ging nichts verloren",
        ])
        try await ScratchDaemon.with(languages: languages) { parts in
            var headers = HTTPFields()
            headers[.acceptLanguage] = "de"
            let response = try await Asking(parts).response(
                .get,
                "/v1/diagnosis",
                as: [.administrator],
                headers: headers
            )
            #expect(response.headers[.contentLanguage] == "de")
            let collector = CollectingWriter()
            try await response.body.write(collector)
            let diagnosis = try WireCoding.decode(DiagnosisResource.self, from: Data(collector.text.utf8))
            #expect(diagnosis.findings.contains { $0.message == "es ging nichts verloren" })
        }
    }

    @Test func aCatalogueThatCannotBeUsedIsAFinding() async throws {
        let fault = CatalogueError(file: "/etc/outguide/locale/fr/LC_MESSAGES/outguide.mo", .noHeader)
        let languages = Languages(catalogues: [:], faults: [fault])
        let check = LanguageCheck(languages: languages, wanted: Set([LanguageTag("fr-CA")].compactMap(\.self)))
        let findings = await check.findings()
        #expect(findings.map(\.state) == [.warning, .warning])
        #expect(findings.first?.message.english == fault.description)
        #expect(findings.last?.message.english.contains("the language fr-CA, which has no message catalogue") == true)
        #expect(await LanguageCheck(languages: .english, wanted: []).findings().isEmpty)
    }

    @Test func stationsAndPagesHaveTheLanguageOfTheConfiguration() async throws {
        let languages = try GermanCatalogue.languages(["Scan this first": "Dies zuerst scannen"])
        let counter = try #require(StationName("counter"))
        let desk = try #require(StationName("desk"))
        var configuration = Configuration.standard
        configuration.circulation.stations = [counter: StationSettings(language: LanguageTag("de"))]
        let current = CurrentConfiguration(configuration)
        let readers = ReaderLanguages(languages, current: current)
        let message = Message("Scan this first")
        #expect(readers.localizer(station: counter).text(of: message) == "Dies zuerst scannen")
        #expect(readers.localizer(station: desk).text(of: message) == "Scan this first")
        #expect(readers.site.text(of: message) == "Scan this first")
        // A reload applies at once.
        current.value.language = LanguageTag("de")
        #expect(readers.localizer(station: desk).text(of: message) == "Dies zuerst scannen")
        try await ScratchDaemon.with(configuration: current.value, languages: languages) { parts in
            #expect(parts.printing.fields.text(of: message) == "Dies zuerst scannen")
        }
    }
}

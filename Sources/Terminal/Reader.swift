import Glibc
package import Localization
import Synchronization
import Vocabulary

/// The person at the terminal: their languages, and how their locale writes times and numbers.
package final class Reader: Sendable {
    /// The person who started the process; tests set another.
    @TaskLocal package static var current = Reader(environment: Output.environment)

    /// A localizer with the zone of its clock.
    private typealias Known = (zone: String, localizer: Localizer)

    private let preferences: LanguagePreferences
    private let times: LanguageTag
    private let numbers: LanguageTag
    private let directories: CatalogueDirectories
    private let languages = Mutex<Languages?>(nil)
    private let known = Mutex<Known?>(nil)

    /// Reads the variables of POSIX and gettext, and `OUTGUIDE_LOCALE_DIRS`: other directories of catalogues, separated
    /// by colons.
    ///
    /// Catalogues are read when the first message is shown; none for the locale `C`.
    package init(environment variable: (String) -> String?) {
        let named = LanguagePreferences(environment: variable)
        preferences = named.tags.isEmpty ? LanguagePreferences([.plain]) : named
        times = LanguageTag(category: "LC_TIME", in: variable) ?? .plain
        numbers = LanguageTag(category: "LC_NUMERIC", in: variable) ?? .plain
        let paths = variable("OUTGUIDE_LOCALE_DIRS").map { $0.split(separator: ":").map(String.init) }
        directories = CatalogueDirectories(paths ?? ["/etc/outguide/locale", "/usr/share/locale"])
    }

    /// The value of `Accept-Language` for requests; nil for English.
    package var acceptLanguage: String? { preferences.acceptLanguage }

    /// The language and the formats, with the clock of the site.
    package var localizer: Localizer {
        let clock = SiteClock.current.clock
        return known.withLock { known in
            if let known, known.zone == clock.zone { return known.localizer }
            var localizer = readLanguages().localizer(for: preferences, clock: clock)
                .with(times: times, numbers: numbers)
            localizer.isZoneNamed = { SiteClock.differsFromHere(clock, at: $0) }
            known = (clock.zone, localizer)
            return localizer
        }
    }

    /// Reads the catalogues once, and reports those that cannot be used.
    private func readLanguages() -> Languages {
        languages.withLock { languages in
            if let languages { return languages }
            let found = preferences.tags == [.plain] ? .english : directories.languages(for: preferences)
            for fault in found.faults { Self.report(fault.description) }
            languages = found
            return found
        }
    }

    private static func report(_ text: String) {
        let line = Array("\(HarmlessText.of("outguide: \(text)"))\n".utf8)
        // If standard error is closed, the fault cannot be reported.
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

extension Timestamp {
    /// The present, to the second.
    static var current: Timestamp { Timestamp(clamping: Int64(time(nil)) * 1_000_000) }
}

extension Message {
    /// The text for the person at the terminal.
    package var shown: String {
        Reader.current.localizer.text(of: self, now: .current)
    }

    package func styled(_ style: TextStyle) -> StyledText { StyledText(self, style) }
}

extension StyledText {
    /// Creates a line, or a part of one, in the language of the person at the terminal.
    package init(_ message: Message, _ style: TextStyle = .plain) { self.init(message.shown, style) }
}

extension Message: Cell {
    package var styled: StyledText { StyledText(self) }
}

import Circulation
package import Localization
package import Settings
package import Vocabulary

/// The languages of the daemon's readers: callers, stations, and whoever holds a printed page.
package struct ReaderLanguages: Sendable {
    /// English for every reader.
    package static let english = ReaderLanguages(.english, current: CurrentConfiguration(.standard))

    /// The languages that have a catalogue, and the catalogues that cannot be used.
    package let languages: Languages
    private let current: CurrentConfiguration

    package init(_ languages: Languages, current: CurrentConfiguration) {
        self.languages = languages
        self.current = current
    }

    /// The language of a caller.
    ///
    /// - Parameter header: the value of `Accept-Language`; nil if the request does not have it, which means English.
    package func localizer(acceptLanguage header: String?) -> Localizer {
        let clock = current.part(\.circulation.clock)
        guard let header else { return .english(.plain, clock: clock) }
        return languages.localizer(for: LanguagePreferences(acceptLanguage: header), clock: clock)
    }

    /// The language of labels, slips and letters, which the configuration names.
    package var site: Localizer { localizer(current.part(\.language)) }

    /// The language of a station's replies: its own, or else the one of the site.
    package func localizer(station: StationName) -> Localizer {
        localizer(current.part { $0.circulation.stations[station]?.language ?? $0.language })
    }

    /// The language of a notice about a scanner: that of its station, or else the one of the site.
    package func localizer(of notice: ScannerNotice) -> Localizer {
        notice.station.flatMap { StationName($0) }.map { localizer(station: $0) } ?? site
    }

    private func localizer(_ language: LanguageTag?) -> Localizer {
        let clock = current.part(\.circulation.clock)
        guard let language else { return .english(.plain, clock: clock) }
        return languages.localizer(for: LanguagePreferences([language]), clock: clock)
    }
}

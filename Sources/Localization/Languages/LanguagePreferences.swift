/// The languages that a reader accepts, the preferred one first.
public struct LanguagePreferences: Sendable, Hashable {
    /// An element of the list.
    enum Range: Sendable, Hashable {
        case tag(LanguageTag)
        /// Any language that is not in the list: `*` in a header.
        case any
    }

    /// The maximum number of languages that are considered.
    public static let mostRanges = 32

    let ranges: [Range]

    /// The languages by name, without `*`.
    public var tags: [LanguageTag] {
        ranges.compactMap { range in if case .tag(let tag) = range { tag } else { nil } }
    }

    public init(_ tags: [LanguageTag]) { self.init(ranges: tags.map(Range.tag)) }

    init(ranges: [Range]) { self.ranges = Array(ranges.prefix(Self.mostRanges)) }

    /// Selects a language by lookup (RFC 4647, section 3.4): each range is shortened until it is available, and the
    /// first that is wins.
    ///
    /// - Parameters:
    ///   - available: the languages with catalogues, and English.
    ///   - standard: the language if nothing matches or any will do.
    public func choice(of available: Set<LanguageTag>, otherwise standard: LanguageTag = .english) -> LanguageChoice {
        for range in ranges {
            guard case .tag(let tag) = range else { break }
            if let found = tag.fallbacks.first(where: available.contains) {
                return LanguageChoice(catalogue: found, locale: tag)
            }
        }
        // Formats follow the language of the text. The territory still decides the paper.
        guard standard.territory == nil, let territory = tags.lazy.compactMap(\.territory).first else {
            return LanguageChoice(catalogue: standard, locale: standard)
        }
        let locale = LanguageTag(language: standard.language, script: standard.script, territory: territory)
        return LanguageChoice(catalogue: standard, locale: locale)
    }
}

/// The result of a selection.
public struct LanguageChoice: Sendable, Hashable {
    /// The language of the catalogue.
    public let catalogue: LanguageTag
    /// What the reader asked for, with its territory: it decides formats and paper.
    public let locale: LanguageTag
}

/// How a locale writes numbers, dates, times and lists, and which paper it uses.
///
/// ``LocaleFormat/init(_:catalogue:)`` takes the formats of known languages from a table, and those of any other
/// language from its catalogue.
public struct LocaleFormat: Sendable, Hashable {
    public enum ListStyle: Sendable, Hashable {
        case and
        case or
    }

    public enum Paper: String, Sendable, Hashable {
        case a4
        case letter
    }

    /// Which number comes first in a date of numbers with slashes.
    public enum DateOrder: Sendable, Hashable {
        case dayFirst
        case monthFirst
    }

    /// The locale: a language and perhaps a territory.
    public let tag: LanguageTag
    public let paper: Paper
    let row: Row

    /// Returns the formats of the closest locale that is known.
    ///
    /// - Parameter catalogue: the source of formats for a language that is not in the table; see ``messages``.
    public init(_ tag: LanguageTag, catalogue: Catalogue? = nil) {
        self.tag = tag
        paper = Self.letterTerritories.contains(tag.territory ?? "") ? .letter : .a4
        row =
            tag.fallbacks.lazy.compactMap { Self.rows[$0.description] }.first
            ?? catalogue.map(Row.init(catalogue:)) ?? .plain
    }

    init(tag: LanguageTag, paper: Paper, row: Row) { (self.tag, self.paper, self.row) = (tag, paper, row) }

    /// The order of day and month that this locale decides; nil where both are in use.
    public var dateOrder: DateOrder? {
        switch (tag.language, tag.territory) {
        case ("en", "US"): .monthFirst
        case ("en", "GB"), ("en", "IE"), ("en", "AU"), ("en", "NZ"), ("en", "IN"): .dayFirst
        case ("fr", "CA"), ("es", "US"), ("es", "PR"), ("es", "PA"): nil
        case ("de", _), ("fr", _), ("es", _): .dayFirst
        default: nil
        }
    }

    /// Whether text runs from right to left.
    public var isRightToLeft: Bool {
        tag == .pseudo || ["Arab", "Hebr"].contains(tag.script)
            || tag.script == nil && ["ar", "fa", "he", "ur"].contains(tag.language)
    }

    /// Returns `text` isolated from the direction of the text around it, if that runs from right to left.
    ///
    /// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode UAX #9).
    func isolated(_ text: String) -> String { isRightToLeft ? "\u{2068}\(text)\u{2069}" : text }

    /// Territories that use US letter paper, according to CLDR's supplemental data (`measurementData`, `paperSize`).
    private static let letterTerritories: Set<String> = [
        "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
    ]
}

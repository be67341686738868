package import ArgumentParser
import CivilTime
package import Localization
import Terminal

/// A barcode on the command line; the daemon decides whether it is valid.
package struct BarcodeArgument: ExpressibleByArgument, Sendable, Hashable {
    package let text: String

    /// Creates the barcode without surrounding characters that were copied with it; nil if nothing is left, for example
    /// from an unset variable in a script.
    package init?(argument: String) {
        text = PastedText.trimmed(argument)
        guard !text.isEmpty else { return nil }
    }
}

/// The number of an entry on the command line, at least 1.
package struct EntryArgument: ExpressibleByArgument, Sendable, Hashable {
    package let number: Int64

    package init?(argument: String) {
        guard let number = Int64(PastedText.trimmed(argument)), number > 0 else { return nil }
        self.number = number
    }
}

/// A time on the command line: a day, a minute or RFC 3339, in the words and the order of the user's language.
///
/// The daemon converts it to an instant by the site's clock, because this machine or its user may have another time
/// zone. It gets the same words for it in every language.
package struct MomentArgument: Sendable, Hashable {
    /// The description of times in the help of commands.
    package static let forms = Message(
        """
        A time is a day (2026-01-31, 31.01.2026, yesterday, “last tuesday”, “in 3 weeks”), a minute (“2026-01-31 \
        13:45”, “yesterday 13:45”) by the clocks of the site, or an instant with its offset (2026-01-31T13:45:00Z, \
        “2026-01-31 13:45 +01:00”). LC_TIME decides the language of the words and the order of 31/01/2026; see \
        outguide-times-and-days(7).
        """
    )

    /// The time as the daemon reads it.
    package let text: String

    /// Parses an argument in the locale of `LC_TIME`.
    ///
    /// - Throws: `ValidationError` with what may be meant, if it is no time or could mean two.
    package init(argument: String) throws(ValidationError) {
        try self.init(argument, in: LanguageTag(category: "LC_TIME", in: Output.environment) ?? .plain)
    }

    /// Parses an argument; throws if it is empty, as from an unset variable in a script, or may mean several times.
    ///
    /// What is not understood goes to the daemon, which may be newer and states the forms.
    init(_ argument: String, in locale: LanguageTag) throws(ValidationError) {
        let text = PastedText.trimmed(argument)
        guard !text.isEmpty else { throw ValidationError("it is empty") }
        let meaning: CivilTime?
        do throws(CivilTimeError) {
            meaning = try CivilTime(text, in: locale)
        } catch {
            guard error == .unreadable else { throw ValidationError(error.description(of: text)) }
            meaning = nil
        }
        self.text = meaning?.description ?? text
    }
}

/// A maximum number of rows on the command line; 0 means all.
package struct ListLimit: ExpressibleByArgument, Sendable, Hashable {
    /// The maximum; nil for all.
    package let count: Int?

    package init(count: Int?) { self.count = count }

    package init?(argument: String) {
        guard let number = Int(argument), number >= 0 else { return nil }
        count = number == 0 ? nil : number
    }

    package var defaultValueDescription: String { count.map(String.init) ?? "0" }
}

/// Text that was copied from an email, a spreadsheet or a web page.
enum PastedText {
    /// Removes white space and invisible characters from either end of `text`.
    ///
    /// These are blanks of any width, line ends, byte order marks, and the direction marks that office programs add.
    /// Characters inside stay as they are.
    static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isAround(first) { scalars.removeFirst() }
        while let last = scalars.last, isAround(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isAround(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
            || scalar.properties.generalCategory == .control
    }
}

import ArgumentParser

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

/// A time on the command line: a day, a minute, or RFC 3339.
///
/// The daemon converts it to an instant by the site's clock, because this machine or its user may have another time
/// zone.
package struct MomentArgument: ExpressibleByArgument, Sendable, Hashable {
    /// The description of times in the help of commands.
    package static let forms = """
        A time is a day (2026-01-31), a minute (“2026-01-31 13:45”) by the clocks of the site, or an instant with its \
        offset (2026-01-31T13:45:00Z).
        """

    /// The text as written.
    package let text: String

    /// Returns nil for an empty text, for example from an unset variable in a script.
    package init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        text = argument
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

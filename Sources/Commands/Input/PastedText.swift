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

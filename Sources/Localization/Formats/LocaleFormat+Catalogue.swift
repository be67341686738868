extension LocaleFormat {
    /// The formats that the catalogue of a language outside the table provides, each a message with its own context.
    ///
    /// Patterns are those of CLDR; months are twelve words separated by blanks.
    public static let messages: [Message] = [
        Message(".", context: "decimal separator"), Message(",", context: "grouping separator"),
        Message("0", context: "digit zero"), Message("d MMM y", context: "CLDR pattern of a date"),
        Message("d MMMM y", context: "CLDR pattern of a date in a letter"),
        Message("HH:mm", context: "CLDR pattern of a time"),
        Message("HH:mm:ss", context: "CLDR pattern of a time with seconds"),
        Message("and", context: "last word of a list"), Message("or", context: "last word of a list"),
        Message("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", context: "short months"),
        Message(
            "January February March April May June July August September October November December",
            context: "months"
        ),
    ]
}

extension LocaleFormat.Row {
    /// Reads the formats of a catalogue; one that is missing or unusable is the English one.
    init(catalogue: Catalogue) {
        let words = LocaleFormat.messages.map { message in
            catalogue.translation(of: message.text, context: message.context).flatMap {
                $0.utf8.count <= 300 ? $0 : nil
            }
                ?? message.text
        }
        decimalSeparator = words[0]
        groupingSeparator = words[1]
        if let zero = words[2].unicodeScalars.first, zero.properties.numericType == .decimal,
            zero.properties.numericValue == 0
        {
            self.zero = zero
        }
        (date, longDate, time, timeWithSeconds) = (words[3], words[4], words[5], words[6])
        and = LocaleFormat.ListPattern(word: words[7])
        or = LocaleFormat.ListPattern(word: words[8])
        shortMonths = Self.twelve(words[9]) ?? shortMonths
        months = Self.twelve(words[10]) ?? months
    }

    private static func twelve(_ text: String) -> [String]? {
        let words = text.split(separator: " ").map(String.init)
        return words.count == 12 ? words : nil
    }
}

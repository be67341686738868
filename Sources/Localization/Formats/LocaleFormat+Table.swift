// Source of the table: Unicode CLDR 44, `common/main`: the patterns `medium` and `long` of dates and `short` and
// `medium` of times, the symbols and `minimumGroupingDigits` of numbers, and the list patterns of type `standard` and
// `or`. Deviations: English without a territory has the 24 hours of British English and no comma before “and”; times of
// twelve hours have an ordinary space before AM; Spanish “y” and “o” change before the same sound, as grammar demands.
extension LocaleFormat {
    /// The rows by language tag.
    static let rows: [String: Row] = [
        "en": Row(), "en-US": englishUS, "en-posix": .plain,
        "de": german, "de-AT": german.with { $0.groupingSeparator = "\u{a0}" },
        "de-CH": german.with {
            $0.decimalSeparator = "."
            $0.groupingSeparator = "’"
        },
        "fr": french, "fr-CA": french.with { $0.groupingSeparator = "\u{a0}" },
        "es": spanish, "es-419": spanishAmerica, "es-MX": spanishAmerica,
        "es-US": spanishAmerica.with {
            $0.time = "h:mm a"
            $0.timeWithSeconds = "h:mm:ss a"
        },
        "xx": Row(),
    ]

    private static let englishUS = Row {
        $0.date = "MMM d, y"
        $0.longDate = "MMMM d, y"
        $0.time = "h:mm a"
        $0.timeWithSeconds = "h:mm:ss a"
        $0.and = ListPattern(word: "and", beforeLast: ",")
        $0.or = ListPattern(word: "or", beforeLast: ",")
    }

    private static let german = Row {
        $0.decimalSeparator = ","
        $0.groupingSeparator = "."
        $0.date = "dd.MM.y"
        $0.longDate = "d. MMMM y"
        $0.shortMonths = [
            "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
        ]
        $0.months = [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ]
        $0.and = ListPattern(word: "und")
        $0.or = ListPattern(word: "oder")
    }

    private static let french = Row {
        $0.decimalSeparator = ","
        $0.groupingSeparator = "\u{202f}"
        $0.shortMonths = [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ]
        $0.months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ]
        $0.and = ListPattern(word: "et")
        $0.or = ListPattern(word: "ou")
    }

    private static let spanish = Row {
        $0.decimalSeparator = ","
        $0.groupingSeparator = "."
        $0.leastGroupedDigits = 2
        $0.longDate = "d 'de' MMMM 'de' y"
        $0.time = "H:mm"
        $0.timeWithSeconds = "H:mm:ss"
        $0.halves = ["a.\u{a0}m.", "p.\u{a0}m."]
        $0.shortMonths = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"]
        $0.months = [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ]
        $0.and = ListPattern(
            word: "y",
            otherWord: "e",
            otherBefore: ["i", "í", "hi", "hí"],
            otherNotBefore: ["hia", "hie"]
        )
        $0.or = ListPattern(word: "o", otherWord: "u", otherBefore: ["o", "ó", "ho", "hó", "8"])
    }

    private static let spanishAmerica = spanish.with {
        $0.decimalSeparator = "."
        $0.groupingSeparator = ","
        $0.leastGroupedDigits = 1
    }
}

extension LocaleFormat.Row {
    /// The locale `C`.
    static let plain = LocaleFormat.Row {
        $0.groupingSeparator = ""
        $0.date = "y-MM-dd"
        $0.longDate = "y-MM-dd"
        $0.dateTimeSeparator = " "
    }
}

public import Vocabulary

/// A text for people, before it is translated and formatted.
///
///     Message("\(barcode, "item") is at \(place, "place")")
///     Message("{count} page", plural: "{count} pages", count: 12)
///
/// The English text identifies the message, and is shown where a translation is missing or unusable. Arguments are
/// inserted at placeholders; each is formatted by the reader's locale and not by whoever writes the message.
public struct Message: Sendable, Hashable {
    /// The English text; for one thing, if there is a plural.
    public let text: String
    /// What the text is about, where the text alone would be translated in several ways; nil if it is clear.
    public let context: String?
    /// The English text for other numbers of things; nil if the message counts nothing.
    public let plural: String?
    /// The number that selects the plural form; the argument `count` inserts it.
    public let count: Int?
    /// The arguments by the names of their placeholders.
    public let arguments: [String: MessageArgument]

    /// Creates a message that counts nothing.
    public init(_ text: MessageText, context: String? = nil, _ arguments: [String: MessageArgument] = [:]) {
        self.text = text.text
        self.context = context
        self.arguments = text.arguments.merging(arguments) { own, _ in own }
        plural = nil
        count = nil
    }

    /// Creates a message that consists of an untranslated text, such as a name or the words of another program.
    public init(verbatim text: String) { self.init("{text}", context: "verbatim", ["text": .text(text)]) }

    /// Creates a message about `count` things, which the placeholder `{count}` stands for.
    public init(
        _ text: MessageText,
        plural: MessageText,
        count: Int,
        context: String? = nil,
        _ arguments: [String: MessageArgument] = [:]
    ) {
        self.text = text.text
        self.plural = plural.text
        self.count = count
        self.context = context
        self.arguments = text.arguments.merging(plural.arguments) { own, _ in own }
            .merging(arguments) { own, _ in own }.merging(["count": .count(count)]) { own, _ in own }
    }

    /// The English text, with times in UTC, for logs and programs.
    public var english: String { english(by: .utc) }

    /// Returns the English text with times by the clock of the site, as the log stores it.
    public func english(by clock: LocalClock) -> String {
        Localizer.english(.plain, clock: clock).text(of: self, now: Timestamp(clamping: 0))
    }
}

/// A value that a message inserts.
public indirect enum MessageArgument: Sendable, Hashable {
    /// A name, a title or any other text that is not translated.
    case text(String)
    /// A number of things, with its digits grouped.
    case count(Int)
    /// A decimal number: `scaled` divided by ten to the power of `places`.
    case decimal(scaled: Int, places: Int)
    /// A number that identifies something, such as that of an entry; its digits are not grouped.
    case number(Int64)
    case barcode(String)
    /// A date and time, to the minute.
    case instant(Timestamp)
    /// A date and time, to the second.
    case second(Timestamp)
    /// A date and time in the words of the day: `today 14:05`.
    case recent(Timestamp)
    /// A time of day.
    case time(Timestamp)
    case day(CalendarDay)
    /// A list whose last element is joined by “and”.
    case all([MessageArgument])
    /// A list whose last element is joined by “or”.
    case any([MessageArgument])
    /// A list of names or clauses with this separator, such as `, ` or `; `.
    case series([MessageArgument], separator: String)
    /// A term of the field that is translated itself, such as a kind of item; not a part of a sentence.
    case message(Message)
}

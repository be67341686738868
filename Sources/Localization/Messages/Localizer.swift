public import Vocabulary

/// Formats messages in one language, for one site.
public struct Localizer: Sendable {
    /// The origin of translations.
    enum Source: Sendable {
        case english
        case pseudo
        case catalogue(Catalogue)
    }

    /// The nesting of arguments that is formatted.
    private static let deepest = 8

    let source: Source
    public let format: LocaleFormat
    /// The clock of the site.
    public let clock: LocalClock
    /// Whether the abbreviation of the zone follows a time, for readers whose own clocks show another time.
    public var isZoneNamed: @Sendable (Timestamp) -> Bool = { _ in false }

    init(_ source: Source, format: LocaleFormat, clock: LocalClock) {
        self.source = source
        self.format = format
        self.clock = clock
    }

    /// The language of the text, as `Content-Language` states it.
    public var language: LanguageTag { format.tag == .plain ? .english : format.tag }

    /// English, with the formats of `locale`.
    public static func english(_ locale: LanguageTag = .english, clock: LocalClock = .utc) -> Localizer {
        Localizer(.english, format: LocaleFormat(locale), clock: clock)
    }

    /// Returns the text of a message in this language.
    ///
    /// - Parameter now: the time that forms such as “today” refer to.
    public func text(of message: Message, now: Timestamp) -> String { text(of: message, now: now, depth: 0) }

    private func text(of message: Message, now: Timestamp, depth: Int) -> String {
        if message.arguments.isEmpty, case .english = source, !message.text.utf8.contains(where: Self.isBrace) {
            return message.text
        }
        let pattern = pattern(of: message)
        return (pattern?.pieces ?? [.text(message.text)]).map { piece in
            switch piece {
            case .text(let text): return text
            case .argument(let name):
                // A message that lacks an argument shows where.
                guard depth < Self.deepest, let argument = message.arguments[name] else { return "{\(name)}" }
                return format.isolated(words(for: argument, now: now, depth: depth))
            }
        }.joined()
    }

    private static func isBrace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") }

    /// The translation, or the English text if there is none or its placeholders differ.
    func pattern(of message: Message) -> MessagePattern? {
        let isSingular = message.plural == nil || message.count?.magnitude == 1
        guard let english = MessagePattern(isSingular ? message.text : message.plural ?? message.text) else {
            return nil
        }
        switch source {
        case .english: return english
        case .pseudo: return PseudoText.pattern(of: english)
        case .catalogue(let catalogue):
            let translation =
                message.count.map { count in
                    catalogue.translation(of: message.text, context: message.context, count: UInt64(count.magnitude))
                } ?? catalogue.translation(of: message.text, context: message.context)
            guard let translation, let pattern = MessagePattern(translation) else { return english }
            return PlaceholderCheck(message.text, plural: message.plural)?.permits(pattern) == true ? pattern : english
        }
    }

    private func words(for argument: MessageArgument, now: Timestamp, depth: Int) -> String {
        func list(_ items: [MessageArgument], _ style: LocaleFormat.ListStyle) -> String {
            format.list(items.map { words(for: $0, now: now, depth: depth + 1) }, style)
        }
        return switch argument {
        case .text(let text), .barcode(let text): text
        case .count(let count): format.number(count)
        case .decimal(let scaled, let places): format.decimal(scaled, places: places)
        case .number(let number): format.digits(String(number))
        case .instant(let instant): format.text(of: instant, by: clock, isNamed: isZoneNamed(instant))
        case .second(let instant):
            format.text(of: instant, by: clock, hasSeconds: true, isNamed: isZoneNamed(instant))
        case .time(let instant): format.time(of: instant, by: clock, isNamed: isZoneNamed(instant))
        case .day(let day): format.text(of: day)
        case .recent(let instant):
            text(of: .recent(instant, now: now, by: clock), now: now, depth: depth + 1)
        case .all(let items): depth < Self.deepest ? list(items, .and) : ""
        case .any(let items): depth < Self.deepest ? list(items, .or) : ""
        case .series(let items, let separator):
            depth < Self.deepest
                ? items.map { words(for: $0, now: now, depth: depth + 1) }.joined(separator: separator) : ""
        case .message(let message): text(of: message, now: now, depth: depth + 1)
        }
    }
}

public import Localization

/// The reason why the media loaded in a printer are unknown.
public enum MediaDoubt: Sendable, Hashable, MessageConvertible {
    /// The queue reaches the printer by a protocol without queries; the scheme of its address is given.
    case cannotBeAsked(String)
    /// The printer has no queue, and is reached by a protocol that cannot query its media; the scheme of its address is
    /// given.
    case printerCannotBeAsked(String)
    /// The printer did not answer, even at the second attempt.
    case noAnswer
    /// The queue reaches the printer through a print server, which only knows its own settings.
    case serverBetween
    /// The printer answered without naming a size.
    case doesNotSay

    /// Creates the doubt about a queue whose printer was not queried yet.
    init(device: String) {
        let scheme = device.prefix { $0 != ":" }.prefix(32)
        self = .cannotBeAsked(scheme.isEmpty ? Self.unknownAddress : String(scheme))
    }

    private static let unknownAddress = "an unknown address"

    public var message: Message {
        switch self {
        case .cannotBeAsked(Self.unknownAddress):
            Message("its queue reaches it by an unknown address, which cannot be asked")
        case .cannotBeAsked(let scheme): Message("its queue reaches it by \(scheme, "scheme"), which cannot be asked")
        case .printerCannotBeAsked(let scheme): Message("a printer at \(scheme, "scheme"):// cannot be asked")
        case .noAnswer: Message("it does not answer")
        case .serverBetween: Message("another print server stands before it")
        case .doesNotSay: Message("it does not say")
        }
    }
}

extension MediaDoubt {
    private static let unasked = "cannot-be-asked:"
    private static let printer = "printer-" + unasked

    /// The stable word for the log: `cannot-be-asked:` with the scheme of the address, `printer-cannot-be-asked:` with the
    /// scheme if there is no queue, `no-answer`, `server-between` or `does-not-say`.
    public var word: String {
        switch self {
        case .cannotBeAsked(let scheme): Self.unasked + scheme
        case .printerCannotBeAsked(let scheme): Self.printer + scheme
        case .noAnswer: "no-answer"
        case .serverBetween: "server-between"
        case .doesNotSay: "does-not-say"
        }
    }

    /// Creates the doubt from its word; nil for an unknown word.
    public init?(word: String) {
        switch word {
        case "no-answer": self = .noAnswer
        case "server-between": self = .serverBetween
        case "does-not-say": self = .doesNotSay
        case _ where word.hasPrefix(Self.unasked): self = .cannotBeAsked(String(word.dropFirst(Self.unasked.count)))
        case _ where word.hasPrefix(Self.printer):
            self = .printerCannotBeAsked(String(word.dropFirst(Self.printer.count)))
        default: return nil
        }
    }
}

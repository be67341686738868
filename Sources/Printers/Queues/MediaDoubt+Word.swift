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

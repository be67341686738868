/// Why it is not known what lies in a printer.
public enum MediaDoubt: Sendable, Hashable, CustomStringConvertible {
    /// Its queue reaches it in a way, named by the scheme of its address, in which nothing can be asked.
    case cannotBeAsked(String)
    /// It has no queue, and is addressed in a way, named by its scheme, in which it cannot be asked for its media.
    case printerCannotBeAsked(String)
    /// It did not answer, also not after a second attempt.
    case noAnswer
    /// A print server stands before it, which knows its own settings only.
    case serverBetween
    /// It answered, and named no size.
    case doesNotSay

    /// That of a queue whose printer was not asked yet.
    init(device: String) {
        let scheme = device.prefix { $0 != ":" }.prefix(32)
        self = .cannotBeAsked(scheme.isEmpty ? "an unknown address" : String(scheme))
    }

    public var description: String {
        switch self {
        case .cannotBeAsked(let scheme): "its queue reaches it by \(scheme), which cannot be asked"
        case .printerCannotBeAsked(let scheme): "a printer at \(scheme):// cannot be asked"
        case .noAnswer: "it does not answer"
        case .serverBetween: "another print server stands before it"
        case .doesNotSay: "it does not say"
        }
    }
}

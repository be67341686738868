/// What an entry says happened.
public enum Fact: Sendable, Hashable {
    case registered(Registration)
    case transferred(Transfer)
    case labelPrinted(LabelPrint)
    /// Written by a newer version; kept and verified, not understood.
    case unknown(kind: String)

    /// The past-tense word that stands in the entry as `kind`.
    public var kind: String {
        switch self {
        case .registered: "registered"
        case .transferred(let transfer): transfer.kind.rawValue
        case .labelPrinted: "label-printed"
        case .unknown(let kind): kind
        }
    }
}

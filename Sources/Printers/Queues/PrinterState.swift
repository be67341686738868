/// IPP `printer-state` (RFC 8011, section 5.4.11).
public enum PrinterState: Sendable, Hashable {
    case idle
    case processing
    case stopped
    /// A value that the standard does not define.
    case other(Int)

    init(ipp value: Int) {
        switch value {
        case 3: self = .idle
        case 4: self = .processing
        case 5: self = .stopped
        default: self = .other(value)
        }
    }
}

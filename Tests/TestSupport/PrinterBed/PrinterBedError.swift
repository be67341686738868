/// Why a private print server cannot be used.
public enum PrinterBedError: Error, Sendable, CustomStringConvertible {
    /// The script ended before it was ready; the test's own output has its reason.
    case notReady
    /// What lpadmin says stands in `words`.
    case noQueue(String, words: String)

    public var description: String {
        switch self {
        case .notReady:
            "cannot start the printer bed: PrinterBed.sh printed the reason; it needs cups, cups-daemon, cups-client, "
                + "cups-filters, cups-ipp-utils, ghostscript and dbus-daemon"
        case .noQueue(let name, let words): "cannot add the queue \(name): \(words)"
        }
    }
}

/// Why a private print server cannot be used.
public enum PrinterBedError: Error, Sendable, CustomStringConvertible {
    /// The script ended before it was ready; what it says stands in the test's own output.
    case notReady
    /// What lpadmin says stands in `words`.
    case noQueue(String, words: String)

    public var description: String {
        switch self {
        case .notReady:
            "cannot start the printer bed: install cups, cups-daemon, cups-client, cups-filters, cups-ipp-utils, "
                + "ghostscript and dbus-daemon"
        case .noQueue(let name, let words): "cannot add the queue \(name): \(words)"
        }
    }
}

/// Why a private print server cannot be used.
public enum PrinterBedError: Error, Sendable, CustomStringConvertible {
    /// The script ended before it was ready; what it says stands in the test's own output.
    case notReady

    public var description: String {
        switch self {
        case .notReady:
            "cannot start the printer bed: install cups-daemon, cups-client, cups-filters, cups-ipp-utils, "
                + "ghostscript and dbus-daemon"
        }
    }
}

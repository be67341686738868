/// How a reading reached the daemon.
public enum ReadingTransport: String, Sendable, Hashable, CaseIterable {
    /// A scanner that acts as a keyboard.
    case keyboard
    /// A scanner that sends USB HID point-of-sale reports.
    case pointOfSale = "hid-pos"
    /// A scanner on a serial line, real or over USB.
    case serial
    /// A client of the socket.
    case socket
    /// A file that a portable terminal uploaded.
    case file

    /// Whether a device of this machine read it, at the stated time.
    public var isLive: Bool {
        switch self {
        case .keyboard, .pointOfSale, .serial: true
        case .socket, .file: false
        }
    }
}

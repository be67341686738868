/// The way in which a reading came to the daemon.
public enum ReadingTransport: String, Sendable, Hashable, CaseIterable {
    /// A gun that plays a keyboard.
    case keyboard
    /// A gun that sends USB HID point-of-sale reports.
    case pointOfSale = "hid-pos"
    /// A gun on a serial line, real or over USB.
    case serial
    /// A client of the socket.
    case socket
    /// A file that a portable terminal uploaded.
    case file

    /// Whether a device of this machine read it, at the moment that it is said to have been read.
    public var isLive: Bool {
        switch self {
        case .keyboard, .pointOfSale, .serial: true
        case .socket, .file: false
        }
    }
}

/// The device and transport of a reading, and how its end was recognised.
public struct ReadingOrigin: Sendable, Hashable {
    public let transport: ReadingTransport
    /// The scanner; nil if no device of this machine read the barcode.
    public let device: ScannerDevice?
    /// How the end was marked; nil if the transport does not mark it.
    public let ending: ReadingEnding?

    public init(transport: ReadingTransport, device: ScannerDevice? = nil, ending: ReadingEnding? = nil) {
        self.transport = transport
        self.device = device
        self.ending = ending
    }
}

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

/// How a scanner marked the end of a barcode.
public enum ReadingEnding: String, Sendable, Hashable, CaseIterable {
    /// Enter, or Enter on the keypad.
    case enter
    case tab
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case etx
    case escape = "esc"
    /// The last report of a HID POS scanner.
    case report
    /// A pause.
    ///
    /// It is less reliable than the others, because the rest may have been lost.
    case idle
}

/// The identity of a scanner: what it reports about itself, and its port.
public struct ScannerDevice: Sendable, Hashable {
    /// USB or Bluetooth vendor, four lower-case hexadecimal digits; empty if the scanner has none.
    public let vendor: String
    /// USB or Bluetooth product, four lower-case hexadecimal digits; empty if the scanner has none.
    public let product: String
    public let serial: String?
    /// The port to which it is connected, or the node of a serial port.
    public let port: String?

    public init(vendor: String, product: String, serial: String?, port: String?) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
    }
}

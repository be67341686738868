/// The way in which a scanner sends what it reads.
public enum ScannerTransport: String, Sendable, Hashable, CaseIterable {
    /// It plays a keyboard.
    case keyboard
    /// USB HID point-of-sale reports.
    case pointOfSale = "hid-pos"
    /// A serial line, real or over USB.
    case serial
}

/// How a scanner transmits its readings.
public enum ScannerTransport: String, Sendable, Hashable, CaseIterable {
    /// It acts as a keyboard.
    case keyboard
    /// USB HID point-of-sale reports.
    case pointOfSale = "hid-pos"
    /// A serial line, real or over USB.
    case serial
}

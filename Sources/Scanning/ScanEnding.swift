/// The key with which a scanner said that the barcode is complete.
public enum ScanEnding: String, Sendable, Hashable {
    /// Enter, or Enter on the keypad.
    case enter
    case tab
}

/// Why no scanner was paired.
public enum ScannerPairingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The time is over; so many keyboards could not be listened to.
    case nobodyTyped(unreadable: Int)
    /// Another pairing is going on.
    case alreadyPairing
    /// It cannot be typed on every common keyboard, or is too short to be told from what people type.
    case unsuitableText
    /// The reader does not run, or was stopped in between.
    case notRunning
    case cancelled

    public var description: String {
        switch self {
        case .nobodyTyped(0):
            "cannot pair: no scanner typed the barcode in time; set the gun to keyboard mode and try again"
        case .nobodyTyped(let count):
            "cannot pair: no scanner typed the barcode in time, and \(count) keyboards cannot be opened; "
                + "let outguided read them by the group input"
        case .alreadyPairing: "cannot pair: another pairing is going on; wait for a minute"
        case .unsuitableText: "cannot pair by this text: take eight or more capital letters and digits"
        case .notRunning: "cannot pair: no scanners are being read; start the reader"
        case .cancelled: "cannot pair: it was given up"
        }
    }
}

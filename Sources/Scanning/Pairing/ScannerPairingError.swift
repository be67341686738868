/// Why no scanner was paired.
public enum ScannerPairingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The time limit has passed; this many keyboards could not be opened.
    case nobodyTyped(unreadable: Int)
    /// Another pairing is in progress.
    case alreadyPairing
    /// The text cannot be typed on every common keyboard, or is too short to be distinguished from ordinary typing.
    case unsuitableText
    /// The keys of the device with this name are created by a program.
    case madeByProgram(String)
    /// The device with this name is on a port that a keyboard may be plugged into as well.
    case sharedSocket(String)
    /// The device with this name has neither a serial number nor a port.
    case unidentifiable(String)
    /// Another device plugged in is identical to the one with this name in all criteria.
    case indistinguishable(String)
    /// The reader is not running, or was stopped in the meantime.
    case notRunning
    case cancelled

    public var description: String {
        switch self {
        case .nobodyTyped(0):
            "cannot pair: no scanner sent the barcode in time; pair a gun on a serial line with --serial, and set another one "
                + "to keyboard or HID POS mode"
        case .nobodyTyped(let count):
            "cannot pair: no scanner sent the barcode in time, and \(count) devices cannot be opened; let outguided read them "
                + "by the groups input and dialout"
        case .alreadyPairing: "cannot pair: another pairing is going on; wait for a minute"
        case .unsuitableText: "cannot pair by this text: take eight or more capital letters and digits"
        case .madeByProgram(let name):
            "cannot pair \"\(name)\": a program makes its keys, such as input-remapper or keyd, and would make those of "
                + "keyboards too; let that program leave the gun alone, and pair again"
        case .sharedSocket(let name):
            "cannot pair \"\(name)\": at this socket a gun cannot be told from a keyboard behind it; connect the gun by USB"
        case .unidentifiable(let name):
            "cannot pair \"\(name)\": it has no serial number and no port by which it could be known again; set the gun to "
                + "send a serial number, or connect it by cable"
        case .indistinguishable(let name):
            "cannot pair \"\(name)\": another device that is plugged in cannot be told from it; plug the gun into a port of "
                + "its own, or set it to send a serial number"
        case .notRunning: "cannot pair: no scanners are being read; start the reader"
        case .cancelled: "cannot pair: it was given up"
        }
    }
}

import Foundation

/// The scanners that `umockdev-record` wrote down on Linux 6.1, with the properties that udev and our rule gave them, and
/// beside each what its nodes gave while it read some barcodes.
///
/// They were USB gadgets with the descriptors and names of such scanners, plugged into a real USB stack.
enum RecordedScanner: String, CaseIterable {
    case symbolKeyboardEnter = "symbol-keyboard-enter"
    case newlandKeyboardNoSuffix = "newland-keyboard-no-suffix"
    case honeywellKeyboardAIM = "honeywell-keyboard-aim"
    case smCompositeKeyboard = "sm-composite-keyboard"
    case honeywellHIDPOS = "honeywell-hid-pos"
    case newlandTwin = "newland-twin"
    case datalogicCDCACM = "datalogic-cdc-acm"

    var recording: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "RecordedScanners/\(rawValue).umockdev")
    }
}

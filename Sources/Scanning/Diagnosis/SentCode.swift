/// The content of one barcode's signals before validation: the text, the end, and any keys after the end that do not
/// belong to the suffix.
struct SentCode {
    /// Names of the characters from 0 to 31 (ISO/IEC 646).
    private static let controls = [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE",
        "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ]
    /// Enough to recognise the content.
    private static let most = 16

    /// How it ended; nil when it did not.
    private(set) var ending: ScanEnding?
    /// The names of the keys or characters after the end.
    private(set) var rest: [String] = []
    private var data: [UInt8] = []

    var text: String { String(decoding: data, as: UTF8.self) }

    /// Extracts the code from the signals of a keyboard or a serial line; empty for reports, which have a different
    /// format.
    init(_ signals: some Sequence<ScannerSignal>, transport: ScannerTransport) {
        for signal in signals {
            switch signal {
            case .key(let key) where key.action == .pressed: take(key)
            case .bytes(let bytes, _) where transport == .serial: for byte in bytes { take(byte) }
            default: break
            }
        }
    }

    private mutating func take(_ key: Keystroke) {
        switch key.name {
        case "KEY_ENTER", "KEY_KPENTER": end(with: .enter)
        case "KEY_TAB": end(with: .tab)
        default:
            if ending == nil {
                data += Array((key.text ?? "").utf8)
            } else if !Self.isModifier(key.name) {
                add(key.text ?? key.name)
            }
        }
    }

    private mutating func take(_ byte: UInt8) {
        switch byte {
        case 3: end(with: .etx)
        case 9: end(with: .tab)
        case 10: end(with: .lineFeed)
        case 13: end(with: .carriageReturn)
        case ..<32: add(Self.controls[Int(byte)])
        case 127: add("DEL")
        default:
            if ending == nil { data.append(byte) }
            add(String(decoding: [byte], as: UTF8.self))
        }
    }

    private mutating func end(with ending: ScanEnding) {
        if !data.isEmpty, self.ending == nil { self.ending = ending }
    }

    private mutating func add(_ name: String) {
        if ending != nil, rest.count < Self.most { rest.append(name) }
    }

    private static func isModifier(_ name: String) -> Bool {
        ["SHIFT", "CTRL", "ALT", "META", "LOCK"].contains { name.hasSuffix($0) }
    }
}

/// Infers the settings of a serial line from the bytes received for a known barcode.
struct LineEvidence {
    /// A byte, and whether its parity or frame was wrong.
    private struct Received {
        let byte: UInt8
        let isDamaged: Bool
        /// Whether the byte has an even number of ones.
        var isEven: Bool { byte.nonzeroBitCount.isMultiple(of: 2) }
    }

    private let received: [Received]

    /// The bytes of all signals, which include the marks of ``LineMarks``.
    init(_ signals: some Sequence<ScannerSignal>) {
        var received: [Received] = []
        var mark: [UInt8] = []
        for case .bytes(let bytes, _) in signals {
            for byte in bytes {
                mark.append(byte)
                switch mark {
                case [0xff], [0xff, 0]: continue
                case _ where mark.count == 3: received.append(Received(byte: byte, isDamaged: true))
                default: received.append(Received(byte: byte, isDamaged: false))
                }
                mark = []
            }
        }
        self.received = received
    }

    /// How the scanner's line settings differ from those used to read it; nil when the line is not at fault.
    func fault(in expected: String, readAs line: SerialLine) -> ScannerFinding.LineFault? {
        let damaged = received.count(where: \.isDamaged)
        let bytes = received.map(\.byte)
        if damaged == 0, Self.text(bytes).contains(expected) || !bytes.contains(where: { $0 >= 0x80 }) { return nil }
        let sevenBits = bytes.map { $0 & 0x7f }
        let isExpected = Self.text(sevenBits).contains(expected)
        if isExpected || sevenBits.allSatisfy(Self.isPlain) {
            if damaged > 0 {
                guard line.parity == .none, line.dataBits == 8 else { return .otherParity }
                // A parity bit received in place of the stop bit causes a framing error when it is 0.
                if received.allSatisfy({ $0.isDamaged == $0.isEven }) { return .parity(.even, dataBits: 8) }
                if received.allSatisfy({ $0.isDamaged != $0.isEven }) { return .parity(.odd, dataBits: 8) }
                return .otherParity
            }
            // The eighth bit makes the number of ones even or odd; over a whole barcode this does not happen by
            // chance.
            if received.allSatisfy(\.isEven) { return .parity(.even, dataBits: 7) }
            if !received.contains(where: \.isEven) { return .parity(.odd, dataBits: 7) }
            if isExpected { return .eighthBit }
        }
        // At another speed most characters are garbled. Text in other scripts also has the high bit set, but is valid
        // UTF-8.
        let isText = String(validating: bytes, as: UTF8.self) != nil
        let strange = received.count { $0.isDamaged || $0.byte >= 0x80 || $0.byte < 9 }
        return (damaged > 0 || !isText) && strange * 3 > received.count ? .otherSpeed : nil
    }

    /// The first bytes in hexadecimal; empty when nothing was received.
    var shown: String {
        let most = 16
        let digits = received.prefix(most).map { ($0.byte < 16 ? "0" : "") + String($0.byte, radix: 16) }
        return digits.joined(separator: " ") + (received.count > most ? " …" : "")
    }

    /// Whether the byte is printable ASCII or a framing character.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (32...126).contains(byte) || [2, 3, 9, 10, 13, 27].contains(byte)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).uppercased() }
}

/// Determines the layout that a scanner uses from the text that its keys produce under another layout.
struct LayoutComparison {
    let declared: KeyboardLayout

    /// The layouts in which the keys for `expected` produce `text` under the declared layout, most common first.
    func layouts(for text: String, of expected: String) -> [KeyboardLayout] {
        guard let declared = try? KeyMap(declared) else { return [] }
        return ScannerReader.pairingLayouts.filter { layout in
            guard layout != self.declared, let played = try? KeyMap(layout), let keys = played.typing(expected),
                let read = Self.text(of: keys, under: declared)
            else { return false }
            // `text` may begin with an AIM prefix, which a wrong layout distorts too.
            return text == read || (text.count == read.count + 3 && text.hasSuffix(read))
        }
    }

    /// The text that keys produce under a layout; nil when a key produces nothing definite.
    private static func text(of keys: [TypedKey], under layout: KeyMap) -> String? {
        var text = ""
        for key in keys {
            guard let state = try? KeyState(layout) else { return nil }
            for modifier in key.modifiers { state.press(modifier) }
            guard case .text(let typed) = state.meaning(of: key.code) else { return nil }
            text += typed
        }
        return text
    }
}

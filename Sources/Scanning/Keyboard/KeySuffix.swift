/// Determines which keys begin and end a barcode with a given framing.
struct KeySuffix {
    enum Role: Equatable {
        /// Everything before this key is not part of the barcode.
        case beginning
        case ending(ScanEnding)
        /// Ignored between barcodes: the remainder of a suffix of two keys.
        case nothing
        case character
    }

    private enum Key {
        case enter, tab

        init?(_ code: UInt16) {
            switch code {
            case 28, 96: self = .enter  // KEY_ENTER, KEY_KPENTER
            case 15: self = .tab  // KEY_TAB
            default: return nil
            }
        }
    }

    private let framing: ScanFraming

    init(_ framing: ScanFraming) { self.framing = framing }

    /// Whether a pause also ends a barcode.
    var isOptional: Bool { framing == .idle }
    var needsBeginning: Bool { framing.needsBeginning }

    static func isEndingKey(_ code: UInt16) -> Bool { Key(code) != nil }

    func role(of code: UInt16, meaning: KeyMeaning) -> Role {
        guard let key = key(code, meaning) else {
            guard case .unusable(.controlCharacter(let control)) = meaning else { return .character }
            return switch (framing, control) {
            case (.stxEtx, 2), (.stxCarriageReturn, 2): .beginning
            case (.stxEtx, 3): .ending(.etx)
            case (.escape, 27): .ending(.escape)
            default: .character
            }
        }
        return switch (framing, key) {
        case (.suffix, .enter), (.idle, .enter): .ending(.enter)
        case (.suffix, .tab), (.idle, .tab), (.tab, .tab): .ending(.tab)
        case (.carriageReturn, .enter), (.lineFeed, .enter), (.carriageReturnLineFeed, .enter),
            (.stxCarriageReturn, .enter):
            .ending(.enter)
        default: .nothing
        }
    }

    /// Enter and Tab, including Control with M, J and I, which some scanners send for CR, LF and Tab.
    private func key(_ code: UInt16, _ meaning: KeyMeaning) -> Key? {
        if let key = Key(code) { return key }
        return switch meaning {
        case .unusable(.controlCharacter(10)), .unusable(.controlCharacter(13)): .enter
        case .unusable(.controlCharacter(9)): .tab
        default: nil
        }
    }
}

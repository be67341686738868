internal import Barcodes
internal import ImageDecoding

extension CodeCandidate {
    /// Whether the sightings leave no doubt.
    ///
    /// The bounds are those below which photographs gave codes that were not there; how much is asked follows from how
    /// much of a code its own check characters hold.
    var isSure: Bool {
        let byLibzbar = quality(by: .libzbar)
        if MintedBarcode.isAttempted(by: code.text) {
            if (try? MintedBarcode(parsing: code.text)) != nil { return true }
            // Most likely misread; or so printed, and then whoever scans it is to be told. QR corrects its own errors.
            return code.symbology == .qr || hasTwoOpinions || byLibzbar >= 10
        }
        let length = code.bytes.count
        switch code.symbology {
        case .qr:
            return true
        case .code128:
            guard length >= 2 else { return false }
            return byLibzbar >= (length > 3 ? 2 : 4) || isSeenBySecond || renderings > 1
        case .ean13, .ean8, .upcA:
            return byLibzbar >= 6 || isSeenBySecond || (renderings > 1 && byLibzbar >= 3)
        case .upcE:
            // One digit of check in six of data, and shorter than any noise of bars.
            return hasTwoOpinions || quality(by: .libzbar) { !$0.isBlackAndWhite } >= 8
        case .interleaved2of5:
            return isSureInterleaved
        case .code39, .code93, .codabar:
            if code.symbology == .code39, length < 3 {
                return hasTwoOpinions && quality(by: .zxing) >= Int(ZXingReader.linesOfFewCharacters)
            }
            guard length >= (code.symbology == .codabar ? 5 : 3) else { return false }
            return byLibzbar >= 3 || hasTwoOpinions || renderings > 1 || (isSeenBySecond && length > 4)
        default:
            return byLibzbar >= 5 || renderings > 1
        }
    }

    /// Nothing in the symbol is checked, and rows that leave it through its long side, or a strip that ends within the
    /// bars, look complete.
    private var isSureInterleaved: Bool {
        if quality(by: .libzbar) >= 5 || (renderings > 1 && quality(by: .libzbar) >= 3) { return true }
        return quality(by: .zxing) { !$0.isStrip } >= Int(ZXingReader.linesOfInterleaved)
    }

    private var isSeenBySecond: Bool { quality(by: .zxing) > 0 }
}

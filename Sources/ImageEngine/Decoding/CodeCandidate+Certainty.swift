internal import Barcodes
internal import ImageDecoding

extension CodeCandidate {
    /// Whether the sightings are sufficient to accept the code.
    ///
    /// Photographs yielded false codes below these thresholds; a threshold is lower the more of the code its own
    /// check characters protect.
    var isSure: Bool {
        let byLibzbar = quality(by: .libzbar)
        if MintedBarcode.isAttempted(by: code.text) {
            if (try? MintedBarcode(parsing: code.text)) != nil { return true }
            // Most likely misread. A faulty print must still be reported to the person who scans it. QR corrects its
            // own errors.
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
            // One check digit for six data digits, and shorter than the bars that noise can produce.
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

    /// Interleaved 2 of 5 has no check digit.
    ///
    /// Scan lines that leave the symbol through its long side, and strips that end within the bars, look complete.
    private var isSureInterleaved: Bool {
        if quality(by: .libzbar) >= 5 || (renderings > 1 && quality(by: .libzbar) >= 3) { return true }
        return quality(by: .zxing) { !$0.isStrip } >= Int(ZXingReader.linesOfInterleaved)
    }

    private var isSeenBySecond: Bool { quality(by: .zxing) > 0 }
}

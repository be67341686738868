internal import Barcodes
internal import ImageDecoding

/// A code seen at least once on a page, with all its sightings.
struct CodeCandidate {
    /// The code as first seen.
    private(set) var code: DecodedCode
    private(set) var sightings: [Sighting]

    struct Sighting: Hashable {
        let rendering: ImageRendering
        let engine: DecodingEngine
        let quality: Int
    }

    init(_ code: DecodedCode) {
        self.code = code
        sightings = [Sighting(rendering: code.rendering, engine: code.engine, quality: code.quality)]
    }

    /// Whether `other` is the same code: of the same symbology, with the same bytes apart from group separators.
    func isSame(as other: DecodedCode) -> Bool {
        code.symbology == other.symbology && Self.bytes(code) == Self.bytes(other)
    }

    mutating func add(_ other: DecodedCode) {
        sightings.append(Sighting(rendering: other.rendering, engine: other.engine, quality: other.quality))
        if other.engine == code.engine, other.rendering == code.rendering, other.quality > code.quality { code = other }
    }

    /// The best quality at which `engine` saw it; 0 when it did not.
    func quality(by engine: DecodingEngine, where isMeant: (ImageRendering) -> Bool = { _ in true }) -> Int {
        sightings.filter { $0.engine == engine && isMeant($0.rendering) }.map(\.quality).max() ?? 0
    }

    /// The number of renderings in which it was seen.
    ///
    /// Strips count as one, whether sharpened or not, because they show the same few pixels.
    var renderings: Int { Set(sightings.map { $0.rendering.isStrip ? .straightened : $0.rendering }).count }

    /// Whether both engines saw it.
    var hasTwoOpinions: Bool { Set(sightings.map(\.engine)).count > 1 }

    /// libzbar omits group separators; the other engine includes them.
    private static func bytes(_ code: DecodedCode) -> [UInt8] { code.bytes.filter { $0 != 0x1D } }
}

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

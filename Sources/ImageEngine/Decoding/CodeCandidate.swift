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

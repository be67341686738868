internal import Barcodes
internal import ImageDecoding

/// A code that was seen at least once on a page, with every sighting of it.
struct CodeCandidate {
    /// As it was seen first.
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

    /// Whether `other` is the same code: of the same kind and, but for group separators, of the same bytes.
    func isSame(as other: DecodedCode) -> Bool {
        code.symbology == other.symbology && Self.bytes(code) == Self.bytes(other)
    }

    mutating func add(_ other: DecodedCode) {
        sightings.append(Sighting(rendering: other.rendering, engine: other.engine, quality: other.quality))
        if other.engine == code.engine, other.rendering == code.rendering, other.quality > code.quality { code = other }
    }

    /// The best quality at which `engine` saw it, 0 when it did not.
    func quality(by engine: DecodingEngine, where isMeant: (ImageRendering) -> Bool = { _ in true }) -> Int {
        sightings.filter { $0.engine == engine && isMeant($0.rendering) }.map(\.quality).max() ?? 0
    }

    /// In how many renderings it was seen.
    ///
    /// Strips count once, sharpened or not: they show the same few pixels.
    var renderings: Int { Set(sightings.map { $0.rendering.isStrip ? .straightened : $0.rendering }).count }

    /// Whether both engines saw it.
    var hasTwoOpinions: Bool { Set(sightings.map(\.engine)).count > 1 }

    /// Libzbar leaves group separators out, the other engine does not.
    private static func bytes(_ code: DecodedCode) -> [UInt8] { code.bytes.filter { $0 != 0x1D } }
}

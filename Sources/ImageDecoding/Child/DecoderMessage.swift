internal import Barcodes
internal import FoundationEssentials

/// A message that a child process writes while it works: one line of JSON for each step.
///
/// The last one is ``end(isComplete:)``, ``text(_:)`` or ``failed(_:)``; a child that ends without one of them was
/// stopped by its input.
package enum DecoderMessage: Sendable, Codable, Equatable {
    case progress(PageProgress)
    /// The text found so far; a later message replaces it.
    case text(PageText)
    case end(isComplete: Bool)
    /// The file cannot be read at all.
    case failed(ImageDecodingError)

    /// Increased with every change that an older parent would misinterpret.
    package static let currentVersion = 5

    private struct Line: Codable {
        var version = currentVersion
        let message: DecoderMessage?
    }

    /// Parses a line from a child, which may contain anything.
    ///
    /// - Throws: ``ImageDecodingError/brokenAnswer(_:)`` if it is not a message of this version.
    package init(line: ArraySlice<UInt8>) throws(ImageDecodingError) {
        let read: Line
        do {
            read = try JSONDecoder().decode(Line.self, from: Data(line))
        } catch {
            let version = try? JSONDecoder().decode(Version.self, from: Data(line))
            guard let version, version.version != Self.currentVersion else {
                throw .brokenAnswer("it wrote \(line.count) bytes that are no answer")
            }
            throw .brokenAnswer("it speaks version \(version.version)")
        }
        guard read.version == Self.currentVersion else { throw .brokenAnswer("it speaks version \(read.version)") }
        guard let message = read.message else { throw .brokenAnswer("it names neither codes nor an error") }
        self = message
    }

    private struct Version: Codable { let version: Int }

    /// The line, including its end.
    package var line: [UInt8] {
        // Encoding fails only for numbers that JSON cannot represent, which clocks do not produce.
        guard let data = try? JSONEncoder().encode(Line(message: self)) else { return [] }
        return data + [UInt8(ascii: "\n")]
    }
}

/// In JSON, ``bytes`` is base64 and ``aim`` its three characters.
extension DecodedCode: Codable {
    private enum CodingKeys: String, CodingKey {
        case symbology
        case aim
        case text
        case bytes
        case polygon
        case quality
        case page
        case rendering
        case engine
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            symbology: Symbology(rawValue: try container.decode(String.self, forKey: .symbology)),
            aim: try container.decodeIfPresent(String.self, forKey: .aim).flatMap {
                AIMIdentifier.split($0)?.identifier
            },
            text: try container.decode(String.self, forKey: .text),
            bytes: [UInt8](try container.decode(Data.self, forKey: .bytes)),
            polygon: try container.decode([PixelPoint].self, forKey: .polygon),
            quality: try container.decode(Int.self, forKey: .quality),
            page: try container.decode(Int.self, forKey: .page),
            rendering: try container.decode(ImageRendering.self, forKey: .rendering),
            engine: try container.decode(DecodingEngine.self, forKey: .engine)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(symbology.rawValue, forKey: .symbology)
        try container.encodeIfPresent(aim?.description, forKey: .aim)
        try container.encode(text, forKey: .text)
        try container.encode(Data(bytes), forKey: .bytes)
        try container.encode(polygon, forKey: .polygon)
        try container.encode(quality, forKey: .quality)
        try container.encode(page, forKey: .page)
        try container.encode(rendering, forKey: .rendering)
        try container.encode(engine, forKey: .engine)
    }
}

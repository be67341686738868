internal import FoundationEssentials

/// What a child process writes while it works: one line of JSON for each step.
///
/// The last is ``end(isComplete:)``, ``text(_:)`` or ``failed(_:)``; a child that ends without one of them was stopped by
/// what it read.
package enum DecoderMessage: Sendable, Codable, Equatable {
    case progress(PageProgress)
    /// What is known of the text so far; a later one takes its place.
    case text(PageText)
    case end(isComplete: Bool)
    /// Nothing can be read of the file.
    case failed(ImageDecodingError)

    /// Raised with every change that an older parent would misread.
    package static let currentVersion = 5

    private struct Line: Codable {
        var version = currentVersion
        let message: DecoderMessage?
    }

    /// Reads a line that a child wrote, which may be anything.
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

    /// The line, with its end.
    package var line: [UInt8] {
        // Encoding fails for numbers that JSON has no form of alone, and no clock counts those.
        guard let data = try? JSONEncoder().encode(Line(message: self)) else { return [] }
        return data + [UInt8(ascii: "\n")]
    }
}

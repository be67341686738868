internal import FoundationEssentials

/// The task of a child process: a JSON object that is its only argument.
package struct DecoderTask: Sendable, Codable, Equatable {
    /// The priority of the child.
    package enum Urgency: String, Sendable, Codable {
        /// A client waits for the result; placement queries take precedence.
        case high
        /// The result is used later.
        case low
        /// No client waits for the result.
        case lowest

        /// The increment of the child's nice value.
        package var niceness: Int32 {
            switch self {
            case .high: 10
            case .low: 15
            case .lowest: 19
            }
        }
    }

    package var limits = ImageLimits()
    package var options = DecodingOptions()
    /// The first page to process, counted from 1.
    package var firstPage = 1
    /// A page to read without the second engine, because that engine crashed on it.
    package var carefulPage: Int?
    /// If set, text is read instead of codes.
    package var text: TextTask?
    package var urgency = Urgency.high

    /// The task as the child's argument; never nil in practice, because all values can be encoded as JSON.
    package var argument: String? {
        guard let data = try? JSONEncoder().encode(self) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    package init(
        limits: ImageLimits = ImageLimits(),
        options: DecodingOptions = DecodingOptions(),
        text: TextTask? = nil
    ) {
        self.limits = limits
        self.options = options
        self.text = text
    }

    /// Parses the argument; nil when it is invalid.
    package init?(argument: String) {
        guard let task = try? JSONDecoder().decode(DecoderTask.self, from: Data(argument.utf8)) else { return nil }
        self = task
    }
}

/// The page of a file to read, the languages, and the location of their tables.
package struct TextTask: Sendable, Codable, Equatable {
    /// Counted from 1.
    package let page: Int
    /// Empty to return only the file's own text.
    package let languages: [TextLanguage]
    /// The directory of the tables; nil for Tesseract's built-in directory.
    package let directory: String?
}

/// A language as named by Tesseract: `eng`, `deu`, `chi_sim`.
public struct TextLanguage: Sendable, Hashable, Codable, CustomStringConvertible {
    public let text: String

    /// Returns nil unless `text` is 3 to 20 lower-case letters, digits and `_`, which names of language tables
    /// consist of.
    public init?(_ text: String) {
        let isName = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        }
        guard isName, (3...20).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    public var description: String { text }

    /// The Debian package with its table.
    public var package: String { "tesseract-ocr-" + text.replacing("_", with: "-") }
}

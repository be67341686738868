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

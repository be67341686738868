internal import FoundationEssentials

/// What a child process is told when it is started: one JSON object, its only argument.
package struct DecoderTask: Sendable, Codable, Equatable {
    /// How many others go first.
    package enum Urgency: String, Sendable, Codable {
        /// Somebody waits for it; whoever asks where a thing is goes first.
        case high
        /// Somebody will look for it later.
        case low
        /// Nobody waits for it.
        case lowest

        /// What is added to the nice value of the child.
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
    /// The first page to look at, from 1.
    package var firstPage = 1
    /// A page that is read without the second engine, which was ended by it.
    package var carefulPage: Int?
    /// Reads text instead of codes.
    package var text: TextTask?
    package var urgency = Urgency.high

    /// The text of the argument; nil never happens, as the values hold nothing that JSON cannot.
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

    /// From the argument; nil when it cannot be understood.
    package init?(argument: String) {
        guard let task = try? JSONDecoder().decode(DecoderTask.self, from: Data(argument.utf8)) else { return nil }
        self = task
    }
}

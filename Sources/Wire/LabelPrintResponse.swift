/// A print job that ended well.
public struct LabelPrintResponse: Sendable, Hashable, Codable {
    /// The number that CUPS gave it.
    public let job: Int
    public let printer: String
    /// `completed`.
    public let state: String
    public let labels: Int

    public init(
        job: Int,
        printer: String,
        state: String,
        labels: Int
    ) {
        self.job = job
        self.printer = printer
        self.state = state
        self.labels = labels
    }

    private enum CodingKeys: String, CodingKey {
        case job
        case printer
        case state
        case labels
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(job, forKey: .job)
        try container.encode(printer, forKey: .printer)
        try container.encode(state, forKey: .state)
        try container.encode(labels, forKey: .labels)
    }
}

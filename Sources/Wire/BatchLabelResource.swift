/// One label of a print run.
public struct BatchLabelResource: Sendable, Hashable, Codable {
    /// The position in the run, from 1.
    public let position: Int
    public let barcode: String
    public let title: String?
    /// `waiting`, `sent`, `printed`, `doubtful` or `cancelled`.
    public let state: String
    /// The number of its CUPS job; 0 on a printer that is addressed without CUPS.
    public let job: Int?

    public init(
        position: Int,
        barcode: String,
        title: String?,
        state: String,
        job: Int?
    ) {
        self.position = position
        self.barcode = barcode
        self.title = title
        self.state = state
        self.job = job
    }

    private enum CodingKeys: String, CodingKey {
        case position
        case barcode
        case title
        case state
        case job
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(position, forKey: .position)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(title, forKey: .title)
        try container.encode(state, forKey: .state)
        try container.encode(job, forKey: .job)
    }
}

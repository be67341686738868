/// The result of filing a quarantined file.
public struct AssignmentResource: Sendable, Hashable, Codable {
    /// The documents created from its pages, in page order.
    public let documents: [DocumentResource]

    public init(documents: [DocumentResource]) { self.documents = documents }
}

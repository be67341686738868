/// What a file from quarantine became.
public struct AssignmentResource: Sendable, Hashable, Codable {
    /// The documents that its pages are now, in the order of the pages.
    public let documents: [DocumentResource]

    public init(documents: [DocumentResource]) { self.documents = documents }
}

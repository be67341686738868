/// The result of filing a quarantined file.
public struct AssignmentResource: WireValue {
    /// The documents created from its pages, in page order.
    public let documents: [DocumentResource]

    public init(documents: [DocumentResource]) { self.documents = documents }
}

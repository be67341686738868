/// A label template that can be used.
public struct LabelTemplateResource: Sendable, Hashable, Codable {
    public let name: String
    /// In millimetres.
    public let width: Double
    /// In millimetres.
    public let height: Double

    public init(
        name: String,
        width: Double,
        height: Double
    ) {
        self.name = name
        self.width = width
        self.height = height
    }
}

/// A label template to check before it is put where templates are.
public struct LabelTemplateCheckRequest: Sendable, Hashable, Codable {
    /// The whole text of the file.
    public let text: String

    public init(text: String) { self.text = text }
}

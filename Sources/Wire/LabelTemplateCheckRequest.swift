/// A label template to check before it is put where templates are: its text or its bytes.
public struct LabelTemplateCheckRequest: Sendable, Hashable, Codable {
    /// The whole text of the file.
    public let text: String?
    /// The whole file as base64, which may be in any encoding that a template can have.
    public let bytes: String?
    /// The name of the file without its directory; a template has to be called as its file.
    public let file: String?

    public init(text: String? = nil, bytes: String? = nil, file: String? = nil) {
        self.text = text
        self.bytes = bytes
        self.file = file
    }
}

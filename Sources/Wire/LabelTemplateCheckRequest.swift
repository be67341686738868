/// A request to check a label template before it is installed, given as text or bytes.
public struct LabelTemplateCheckRequest: WireValue {
    /// The whole text of the file.
    public let text: String?
    /// The whole file as base64, in any encoding that templates may have.
    public let bytes: String?
    /// The file name without its directory, which must match the name of the template.
    public let file: String?

    public init(text: String? = nil, bytes: String? = nil, file: String? = nil) {
        self.text = text
        self.bytes = bytes
        self.file = file
    }
}

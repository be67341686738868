/// A file in quarantine, and the thing that it is filed to.
public struct AssignmentRequest: Sendable, Hashable, Codable {
    /// Its `id` or its `path`, as the list of the quarantine gives them.
    public let file: String
    /// Barcode of the item or container.
    public let to: String
    /// Whether all of its pages go there, whatever barcodes are on them; otherwise the file is taken as if a cover sheet
    /// of the thing lay on top.
    public let whole: Bool?
    /// How many pages it has, where they cannot be counted: the file is not decoded then, and all pages go there.
    public let pages: Int?

    public init(file: String, to: String, whole: Bool? = nil, pages: Int? = nil) {
        self.file = file
        self.to = to
        self.whole = whole
        self.pages = pages
    }
}

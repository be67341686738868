/// A request to file a quarantined file to an item or container.
public struct AssignmentRequest: WireValue {
    /// The file's `id` or `path`, as in the list of the quarantine.
    public let file: String
    /// Barcode of the item or container.
    public let to: String
    /// Whether all pages go there, whatever barcodes they bear; otherwise the file is processed as if a cover sheet of
    /// the item or container lay on top.
    public let whole: Bool?
    /// The number of pages, if they cannot be counted.
    ///
    /// The file is not decoded then, and all pages go there.
    public let pages: Int?

    public init(file: String, to: String, whole: Bool? = nil, pages: Int? = nil) {
        self.file = file
        self.to = to
        self.whole = whole
        self.pages = pages
    }
}

/// Work that the daemon has been doing for a while.
public struct WorkResource: WireValue {
    /// A description, such as `text of document 12`, without file names.
    public let what: String
    /// When it began: RFC 3339, UTC.
    public let since: String
    /// The page in progress; null if there are no pages.
    public let page: Int?
    /// The number of pages; null if unknown.
    public let pages: Int?

    public init(what: String, since: String, page: Int?, pages: Int?) {
        self.what = what
        self.since = since
        self.page = page
        self.pages = pages
    }
}

/// A request for the page of a pull list as a file.
public struct PullListSheetRequest: WireValue {
    /// The name of the template; `pull-list-page` if absent.
    public let template: String?
    /// `png`, which shows one page, or `pdf` (the default), which has all.
    public let format: String?
    /// The resolution of the intended printer in dots per inch, such as `300` or `203x406`; 203 if absent.
    public let resolution: String?
    /// The page to show as PNG, from 1; the first if absent.
    public let page: Int?

    public init(
        template: String? = nil,
        format: String? = nil,
        resolution: String? = nil,
        page: Int? = nil
    ) {
        self.template = template
        self.format = format
        self.resolution = resolution
        self.page = page
    }
}

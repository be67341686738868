/// The page of a pull list, as a file.
public struct PullListSheetRequest: Sendable, Hashable, Codable {
    /// Name of the template; `pull-list-page` when absent.
    public let template: String?
    /// `png`, which shows one page, or `pdf` (when absent), which has all.
    public let format: String?
    /// Dots per inch of the printer it is meant for, such as `300` or `203x406`; 203 when absent.
    public let resolution: String?
    /// The page to show as PNG, counted from 1; the first when absent.
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

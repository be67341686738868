/// The sheet of control barcodes, as a file.
public struct ControlSheetRequest: Sendable, Hashable, Codable {
    /// Name of the template; `controls` when absent.
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

/// Limits on the cost of one image file; a file that exceeds them is refused.
public struct ImageLimits: Sendable, Hashable, Codable {
    /// The maximum size of a file in bytes.
    public var bytes: Int
    /// The maximum width times height of a page, checked before memory is allocated.
    public var pixels: Int
    /// The maximum number of pages; further pages are skipped, which the result reports.
    public var pages: Int
    /// The maximum size of the list of codes, in bytes of JSON.
    public var answerBytes: Int
    /// The address space of a child process, in bytes.
    public var memoryBytes: Int
    /// The processor time for a whole file, in seconds.
    ///
    /// After three quarters of it, no further rendering is tried and no further page is begun.
    public var processorSeconds: Int
    /// The processor time for one page, in seconds, including rendering it.
    ///
    /// After three quarters of it, no further rendering is tried; after all of it, the page is given up.
    public var pageSeconds: Int
    /// After this many pages that took too long or crashed the child, no further page is begun.
    public var pagesGivenUp: Int

    /// The default limits allow a 100-megapixel scan or a file of 100 pages, and not much more.
    public init(
        bytes: Int = 64 << 20,
        pixels: Int = 100_000_000,
        pages: Int = 100,
        answerBytes: Int = 4 << 20,
        memoryBytes: Int = 1 << 30,
        processorSeconds: Int = 20,
        pageSeconds: Int = 10,
        pagesGivenUp: Int = 3
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.pages = pages
        self.answerBytes = answerBytes
        self.memoryBytes = memoryBytes
        self.processorSeconds = processorSeconds
        self.pageSeconds = pageSeconds
        self.pagesGivenUp = pagesGivenUp
    }
}

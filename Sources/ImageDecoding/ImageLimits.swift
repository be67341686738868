/// What one image file may cost before it is refused.
public struct ImageLimits: Sendable, Hashable, Codable {
    /// The longest file, in bytes.
    public var bytes: Int
    /// The largest page, width times height, checked before memory is taken for it.
    public var pixels: Int
    /// The most pages that are looked at; the others are left out and the answer says so.
    public var pages: Int
    /// The longest answer that lists the codes, in bytes of JSON.
    public var answerBytes: Int
    /// The address space of a child process, in bytes.
    public var memoryBytes: Int
    /// The processor time for a whole file, in seconds.
    ///
    /// After three quarters of it no further rendering is tried and no further page begun.
    public var processorSeconds: Int
    /// The processor time for one page, in seconds, drawing it included.
    ///
    /// After three quarters of it no further rendering is tried; after all of it the page is given up.
    public var pageSeconds: Int
    /// After how many pages that took too long or ended the child no further page is begun.
    public var pagesGivenUp: Int

    /// Limits under which a 100-megapixel scan or a file of 100 pages is read, and nothing far beyond it.
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

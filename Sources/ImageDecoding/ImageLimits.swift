/// What one image may cost before it is refused, and what in it is believed.
public struct ImageLimits: Sendable, Hashable, Codable {
    /// The longest file, in bytes.
    public var bytes: Int
    /// The largest picture, width times height, checked before memory is taken for it.
    public var pixels: Int
    /// The longest answer that lists the codes, in bytes of JSON.
    public var answerBytes: Int
    /// The address space of a child process, in bytes.
    public var memoryBytes: Int
    /// The processor time of a child process, in seconds.
    public var processorSeconds: Int
    /// The shortest Interleaved 2 of 5 code that is believed, in digits.
    ///
    /// The symbology has no check digit, so that a piece of a long code reads as a valid short one.
    public var shortestInterleaved: Int

    /// Limits under which a child reads a 100-megapixel scan and nothing far beyond it.
    public init(
        bytes: Int = 64 << 20,
        pixels: Int = 100_000_000,
        answerBytes: Int = 4 << 20,
        memoryBytes: Int = 1 << 30,
        processorSeconds: Int = 10,
        shortestInterleaved: Int = 10
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.answerBytes = answerBytes
        self.memoryBytes = memoryBytes
        self.processorSeconds = processorSeconds
        self.shortestInterleaved = shortestInterleaved
    }
}

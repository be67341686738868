/// What one whole sequence of keys says.
public struct KeyedReading: Sendable, Hashable {
    /// The most characters (Unicode scalars) that a reading may have; a longer one is refused whole.
    public static let longest = 512

    public let text: String
    /// When the kernel saw the ending key, in microseconds since 1970 UTC.
    public let time: Int64
    public let ending: ScanEnding

    public init(text: String, time: Int64, ending: ScanEnding) {
        self.text = text
        self.time = time
        self.ending = ending
    }
}

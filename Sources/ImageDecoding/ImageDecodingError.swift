/// Why an image, or a page of it, cannot be read.
public enum ImageDecodingError: Error, Sendable, Hashable, Codable {
    /// The file has no bytes.
    case empty
    /// The format of the file is not supported; the text names the format.
    case unsupportedFormat(String)
    /// The file is truncated or inconsistent; the text is the message of the library that read it.
    case damaged(String)
    /// The file is longer than this many bytes.
    case tooManyBytes(limit: Int)
    /// The picture would have more than this many pixels.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// The number of grey pixels passed is not width times height.
    case wrongPixelCount(width: Int, height: Int, count: Int)
    /// There are so many codes that the result would exceed this many bytes.
    case answerTooLong(limit: Int)
    /// Text recognition needs this Debian package, which is not installed.
    case noTextRecognition(package: String)
    /// The language tables exist but cannot be used; the text describes the symptom.
    case noTables(String)
    /// Decoding the file exceeded its time limit.
    case timedOut
    /// The page exceeded the time limit for a page, in seconds of processor time.
    case tooSlow(seconds: Int)
    /// Decoding needs more memory than the limit.
    case memoryLimit
    /// The child process was killed by this signal.
    case crashed(signal: Int32)
    /// The child process cannot be started or cannot set its limits; the text gives the reason.
    case cannotStart(String)
    /// The child process ended without a valid answer; the text describes how.
    case brokenAnswer(String)
    /// The maximum number of images is already waiting.
    case busy(waiting: Int)
    /// The caller's task was cancelled.
    case cancelled
}

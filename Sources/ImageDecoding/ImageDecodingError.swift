/// Why an image, or a page of it, cannot be read.
public enum ImageDecodingError: Error, Sendable, Hashable, Codable {
    /// The file has no bytes.
    case empty
    /// The file is not of a kind that is read; the text names what it is.
    case unsupportedFormat(String)
    /// The file is cut short or its data contradict themselves; the text is the reading library's own.
    case damaged(String)
    /// The file is longer than this many bytes.
    case tooManyBytes(limit: Int)
    /// The picture would have more than this many pixels.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// The grey pixels that were handed over are not width times height bytes.
    case wrongPixelCount(width: Int, height: Int, count: Int)
    /// So many codes that the answer would be longer than this many bytes.
    case answerTooLong(limit: Int)
    /// Text cannot be recognised without what this Debian package holds.
    case noTextRecognition(package: String)
    /// The tables of a language are there and cannot be used; the text says how that shows.
    case noTables(String)
    /// Decoding the file took longer than it may.
    case timedOut
    /// The page took longer than a page may, so many seconds of processor time.
    case tooSlow(seconds: Int)
    /// Decoding needs more memory than it may take.
    case memoryLimit
    /// The child process was killed by this signal.
    case crashed(signal: Int32)
    /// The child process cannot be started or cannot limit itself; the text says why.
    case cannotStart(String)
    /// The child process ended without an answer that makes sense; the text says how.
    case brokenAnswer(String)
    /// As many images as may wait, this many, are waiting already.
    case busy(waiting: Int)
    /// The caller's task was cancelled.
    case cancelled
}

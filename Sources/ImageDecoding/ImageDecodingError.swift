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

extension ImageDecodingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty:
            "cannot decode the image: it is empty, send an image file"
        case .unsupportedFormat(let kind):
            "cannot decode the image: \(kind) is not supported, convert it to PNG, JPEG, TIFF or PDF"
        case .damaged(let reason):
            "cannot decode the image: it is damaged (\(reason)), send the file again or take a new picture"
        case .tooManyBytes(let limit):
            "cannot decode the image: it is longer than \(limit) bytes, send a smaller one"
        case .tooManyPixels(let width, let height, let limit):
            "cannot decode the image: \(width) × \(height) pixels are more than \(limit), scale it down or cut it"
        case .wrongPixelCount(let width, let height, let count):
            "cannot decode the image: \(count) bytes are not \(width) × \(height) pixels, hand over one byte a pixel"
        case .answerTooLong(let limit):
            "cannot report all codes of the image: they take more than \(limit) bytes, cut it into parts"
        case .noTextRecognition(let package):
            "cannot recognise text: what it takes is not installed, install \(package)"
        case .noTables(let reason):
            "cannot recognise text: its language tables are damaged (\(reason)), install their packages again"
        case .tooSlow(let seconds):
            "cannot decode the page: it takes more than \(seconds) s of processor time, scan it from paper or make it simpler"
        case .timedOut:
            "cannot decode the image in the time allowed, scale it down or cut it into parts"
        case .memoryLimit:
            "cannot decode the image in the memory allowed, scale it down or cut it into parts"
        case .crashed(let signal):
            "cannot decode the image: the decoder was killed by signal \(signal), convert it to PNG and try again"
        case .cannotStart(let reason):
            "cannot start the image decoder: \(reason), check that outguide-decoder is installed"
        case .brokenAnswer(let reason):
            "cannot understand the image decoder: \(reason), check that it is of the same version"
        case .busy(let waiting):
            "cannot take another image while \(waiting) are waiting, try again later"
        case .cancelled:
            "cannot finish decoding the image: it was cancelled, send it again"
        }
    }
}

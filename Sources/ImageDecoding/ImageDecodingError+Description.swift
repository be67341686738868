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

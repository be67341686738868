import ImageDecoding
import Testing

@Suite("Errors say what cannot be done and name the way out")
struct ImageDecodingErrorTests {
    @Test(arguments: [
        ImageDecodingError.empty, .unsupportedFormat("TIFF"), .damaged("bad data"), .tooManyBytes(limit: 5),
        .tooManyPixels(width: 2, height: 3, limit: 5), .wrongPixelCount(width: 2, height: 3, count: 5),
        .answerTooLong(limit: 5), .noTextRecognition(package: "libtesseract5"), .timedOut, .memoryLimit,
        .crashed(signal: 11), .cannotStart("no such file"),
        .brokenAnswer("it wrote nonsense"), .busy(waiting: 3), .cancelled,
    ])
    func form(_ error: ImageDecodingError) {
        let text = error.description
        #expect(text.hasPrefix("cannot "))
        #expect(!text.hasSuffix("."))
        #expect(text.contains(", "))
        #expect(text.ranges(of: "cannot ").count == 1)
    }
}

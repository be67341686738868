internal import FoundationEssentials

/// What a child process writes before it ends: one JSON object.
struct DecoderAnswer: Sendable, Codable, Equatable {
    /// Raised with every change that an older parent would misread.
    static let currentVersion = 3

    let version: Int
    let image: DecodedImage?
    let error: ImageDecodingError?

    init(_ result: Result<DecodedImage, ImageDecodingError>) {
        version = Self.currentVersion
        switch result {
        case .success(let image):
            self.image = image
            error = nil
        case .failure(let error):
            image = nil
            self.error = error
        }
    }

    /// Reads the bytes that a child wrote, which may be anything.
    static func parse(_ bytes: [UInt8]) throws(ImageDecodingError) -> DecodedImage {
        let answer: DecoderAnswer
        do {
            answer = try JSONDecoder().decode(DecoderAnswer.self, from: Data(bytes))
        } catch {
            throw .brokenAnswer("it wrote \(bytes.count) bytes that are no answer")
        }
        guard answer.version == currentVersion else { throw .brokenAnswer("it speaks version \(answer.version)") }
        if let error = answer.error { throw error }
        guard let image = answer.image else { throw .brokenAnswer("it names neither codes nor an error") }
        return image
    }

    /// The bytes to write: the codes, or an error when they do not fit.
    static func bytes(of result: Result<DecodedImage, ImageDecodingError>, limit: Int) -> [UInt8] {
        // Encoding cannot fail: the values hold no floating-point numbers.
        guard let data = try? JSONEncoder().encode(DecoderAnswer(result)) else { return [] }
        guard data.count > limit else { return [UInt8](data) }
        if case .failure = result { return [] }
        return bytes(of: .failure(.answerTooLong(limit: limit)), limit: limit)
    }
}

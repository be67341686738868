internal import FoundationEssentials

/// What a child process writes before it ends: one JSON object with one member beside its version.
struct DecoderAnswer: Sendable, Codable, Equatable {
    /// Raised with every change that an older parent would misread.
    static let currentVersion = 3

    var version = currentVersion
    var image: DecodedImage?
    var text: String?
    var error: ImageDecodingError?

    /// Reads the bytes that a child wrote, which may be anything; throws the error that they name.
    static func parse(_ bytes: [UInt8]) throws(ImageDecodingError) -> DecoderAnswer {
        let answer: DecoderAnswer
        do {
            answer = try JSONDecoder().decode(DecoderAnswer.self, from: Data(bytes))
        } catch {
            throw .brokenAnswer("it wrote \(bytes.count) bytes that are no answer")
        }
        guard answer.version == currentVersion else { throw .brokenAnswer("it speaks version \(answer.version)") }
        if let error = answer.error { throw error }
        return answer
    }

    /// The bytes to write, or an error when they are more than `limit`.
    static func bytes(of result: Result<DecoderAnswer, ImageDecodingError>, limit: Int) -> [UInt8] {
        let answer: DecoderAnswer
        var isError = false
        switch result {
        case .success(let success): answer = success
        case .failure(let error):
            answer = DecoderAnswer(error: error)
            isError = true
        }
        // Encoding cannot fail: the values hold no floating-point numbers.
        guard let data = try? JSONEncoder().encode(answer) else { return [] }
        guard data.count > limit else { return [UInt8](data) }
        return isError ? [] : bytes(of: .failure(.answerTooLong(limit: limit)), limit: limit)
    }
}

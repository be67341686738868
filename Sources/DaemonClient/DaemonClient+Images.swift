import NIOCore
public import Wire

extension DaemonClient {
    /// The barcodes in a PNG or JPEG image of at most ``Wire/API/longestImage`` bytes.
    public func decode(image: [UInt8]) async throws(DaemonClientError) -> DecodeResponse {
        let type = image.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? "image/png" : "image/jpeg"
        return try await post(API.decode, ByteBuffer(bytes: image), type: type, longest: API.longestImage)
            .value(DecodeResponse.self)
    }
}

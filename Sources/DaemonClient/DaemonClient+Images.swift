import NIOCore
public import Wire

extension DaemonClient {
    /// Decodes the barcodes in an image file of at most ``Wire/API/longestImage`` bytes.
    ///
    /// `mode` is `fast` or `thorough`; `symbologies` are the names of those to find, empty for all.
    public func decode(
        image: [UInt8],
        mode: String? = nil,
        symbologies: [String] = []
    ) async throws(DaemonClientError) -> DecodeResponse {
        let names = symbologies.isEmpty ? nil : symbologies.joined(separator: ",")
        let outline = API.Decoding.decode.outline
        return try await send(
            outline,
            ByteBuffer(bytes: image),
            type: outline.bodyType,
            longest: API.longestImage,
            query: [API.Decoding.mode.set(mode), API.Decoding.symbologies.set(names)]
        ).value(DecodeResponse.self)
    }
}

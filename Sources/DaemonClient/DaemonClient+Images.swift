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
        return try await post(
            DaemonRequest.target(API.decode, query: [("mode", mode), ("symbologies", names)]),
            ByteBuffer(bytes: image),
            type: "application/octet-stream",
            longest: API.longestImage
        ).value(DecodeResponse.self)
    }
}

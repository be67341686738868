import Barcodes
import FoundationEssentials
import Hummingbird
import ImageDecoding
import Wire

/// Barcodes in images.
struct DecodeRoutes {
    private let decoder: DecoderProcess

    init(_ daemon: DaemonParts) { decoder = daemon.decoder }

    var routes: [Route] { [.post(API.decode, access: .reader, handle: decode)] }

    @Sendable private func decode(_ request: Request, _ context: PeerContext) async throws -> Response {
        var request = request
        let image = try await request.bytes(upTo: API.longestImage)
        do {
            return try Response(DecodeResponse(try await decoder.decode(image)))
        } catch let error as ImageDecodingError {
            throw Problem(error)
        }
    }
}

extension DecodeResponse {
    fileprivate init(_ image: DecodedImage) {
        self.init(width: image.width, height: image.height, codes: image.codes.map { CodeResource($0) })
    }
}

extension CodeResource {
    fileprivate init(_ code: DecodedCode) {
        self.init(
            symbology: code.symbology.rawValue,
            aim: code.aim?.description,
            text: code.text,
            bytes: Data(code.bytes).base64EncodedString(),
            polygon: code.polygon.map { PointResource(x: $0.x, y: $0.y) },
            quality: code.quality
        )
    }
}

extension Problem {
    fileprivate init(_ error: ImageDecodingError) {
        switch error {
        case .busy: self.init(.busy, status: 503, detail: error.description)
        case .cannotStart, .brokenAnswer: self.init(.internalError, status: 500, detail: error.description)
        case .tooManyBytes: self.init(.tooLarge, status: 413, detail: error.description)
        default: self.init(.undecodableImage, status: 422, detail: error.description)
        }
    }
}

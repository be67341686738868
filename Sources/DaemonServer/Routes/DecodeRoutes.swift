import Barcodes
import DaemonServices
import FoundationEssentials
import Hummingbird
import ImageDecoding
import Localization
import Settings
import Wire
import WireResources

/// Decodes barcodes in uploaded images.
struct DecodeRoutes {
    let server: EndpointServer
    let decoder: DecoderProcess
    let uploads: Uploads
    let current: CurrentConfiguration

    var routes: [Route] { [server.respond(to: API.Decoding.decode, isGivenUp: true, decode)] }

    @Sendable private func decode(_ call: Call) async throws -> Response {
        let options = try call.decodingOptions(current.value.decodingOptions)
        let peer = call.context.peer
        return try await uploads.receive(call.request, upTo: API.longestImage, from: peer) { image in
            do {
                // Turns are taken per user, so that one user's images do not delay another's.
                let decoded = try await decoder.decode(image, options: options, for: "\(peer.uid)")
                return try Response(DecodeResponse(decoded))
            } catch let error as ImageDecodingError {
                throw RequestFailure(error)
            }
        }
    }
}

extension Call {
    /// The decoding options of the query, with the site's options as defaults.
    fileprivate func decodingOptions(_ site: DecodingOptions) throws -> DecodingOptions {
        var options = site
        if let name = self[API.Decoding.mode] {
            let modes: [DecodingMode] = [.fast, .thorough]
            guard let mode = modes.first(where: { $0.rawValue == name }) else {
                let detail = Message("cannot decode in the mode \(name, "name"): mode is fast or thorough")
                throw RequestFailure(.invalidRequest, detail)
            }
            options.mode = mode
        }
        if let names = self[API.Decoding.symbologies] {
            let known = DecodingOptions.knownSymbologies
            options.symbologies = Set(
                try names.split(separator: ",").map { name in
                    guard let symbology = known.first(where: { $0.rawValue == name }) else {
                        let all = known.map(\.rawValue).joined(separator: ", ")
                        let detail = Message(
                            "cannot look for the symbology \(name, "name"): known are \(all, "values")"
                        )
                        throw RequestFailure(.invalidRequest, detail)
                    }
                    return symbology
                }
            )
        }
        return options
    }
}

extension DecodeResponse {
    fileprivate init(_ image: DecodedImage) {
        self.init(
            width: image.width,
            height: image.height,
            codes: image.codes.map { CodeResource($0) },
            pages: image.pages.map {
                ImagePageResource(
                    number: $0.number,
                    width: $0.width,
                    height: $0.height,
                    problem: $0.problem?.description
                )
            },
            isComplete: image.isComplete,
            milliseconds: image.cost.decoding,
            loadingMilliseconds: image.cost.loading
        )
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
            quality: code.quality,
            page: code.page,
            rendering: code.rendering.rawValue,
            engine: code.engine.rawValue
        )
    }
}

extension RequestFailure {
    init(_ error: ImageDecodingError) {
        switch error {
        case .busy: self.init(.busy, error.asMessage, retryAfter: 10)
        case .cannotStart, .brokenAnswer: self.init(.internalError, error.asMessage)
        case .tooManyBytes: self.init(.tooLarge, error.asMessage)
        default: self.init(.undecodableImage, error.asMessage)
        }
    }
}

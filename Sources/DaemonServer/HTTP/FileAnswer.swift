import HTTPTypes
import Hummingbird
import Localization
import Wire
import WireResources

/// A file as a response: all of it, or the part given in a Range header (RFC 9110, section 14).
struct FileAnswer {
    let path: String
    let bytes: Int64
    let mediaType: String

    func response(to call: Call) async throws -> Response {
        let (request, context) = (call.request, call.context)
        var headers: HTTPFields = [.contentType: mediaType, .acceptRanges: "bytes"]
        // Without a validator, an If-Range condition is always false (section 13.1.5).
        let asked = request.headers[.ifRange] == nil ? request.headers[.range] : nil
        let range: ByteRange
        switch asked.map({ ByteRange.asked(by: $0, of: bytes) }) ?? .whole {
        case .whole:
            let body = try await FileIO().loadFile(path: path, context: context)
            return Response(status: .ok, headers: headers, body: body)
        case .nothing:
            let detail = Message("cannot give that part: the file has \(Int(bytes), "bytes") bytes")
            var response = try Response(RequestFailure(.invalidRequest, status: 416, detail), in: context.localizer)
            response.headers[.contentRange] = "bytes */\(bytes)"
            return response
        case .part(let part): range = part
        }
        headers[.contentRange] = "bytes \(range.first)-\(range.last)/\(bytes)"
        let part = Int(range.first)...Int(range.last)
        let body = try await FileIO().loadFile(path: path, range: part, context: context)
        return Response(status: .partialContent, headers: headers, body: body)
    }
}

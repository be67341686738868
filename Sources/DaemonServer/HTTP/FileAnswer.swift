import HTTPTypes
import Hummingbird
import Wire

/// A file as an answer: the whole of it, or the part that `Range: bytes=FIRST-LAST` names (RFC 9110, section 14).
struct FileAnswer {
    let path: String
    let bytes: Int64
    let mediaType: String

    func response(to request: Request, _ context: PeerContext) async throws -> Response {
        var headers: HTTPFields = [.contentType: mediaType, .acceptRanges: "bytes"]
        guard let text = request.headers[.range] else {
            let body = try await FileIO().loadFile(path: path, context: context)
            return Response(status: .ok, headers: headers, body: body)
        }
        guard let range = ByteRange(text, of: bytes) else {
            throw Problem(.invalidRequest, status: 416, detail: "cannot give that part: it is bytes=FIRST-LAST")
        }
        headers[.contentRange] = "bytes \(range.first)-\(range.last)/\(bytes)"
        let part = Int(range.first)...Int(range.last)
        let body = try await FileIO().loadFile(path: path, range: part, context: context)
        return Response(status: .partialContent, headers: headers, body: body)
    }
}

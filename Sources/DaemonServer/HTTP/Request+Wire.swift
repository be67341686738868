import Barcodes
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Records
import TransferLog
import Wire

extension Request {
    /// Reads the whole body; throws a problem when it has more than `limit` bytes.
    mutating func bytes(upTo limit: Int) async throws -> [UInt8] {
        do {
            return Array(buffer: try await collectBody(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge(limit)
        } catch let error as CancellationError {
            throw error
        } catch {
            // The connection ended before the body was complete, or the body does not match its headers.
            throw Problem(.invalidRequest, detail: "cannot read the request: its body is not whole")
        }
    }

    /// Decodes the body as JSON, and returns it with the request's idempotency key.
    func decoded<Body: Decodable>(_ type: Body.Type, from peer: PeerCredentials) async throws -> (Body, RequestKey?) {
        var request = self
        let bytes = try await request.bytes(upTo: API.longestRequest)
        let body: Body
        do {
            body = try WireCoding.decodeStrictly(type, from: Data(bytes))
        } catch let error as WireCoding.RepeatedNameError {
            let detail = "cannot read the request: it has the member \(error.name.prefix(40)) twice"
            throw Problem(.invalidRequest, detail: detail)
        } catch let error as WireCoding.UndeclaredNameError {
            let detail =
                "cannot read the request: there is no member \(error.name.prefix(40)); leave it out or correct its name"
            throw Problem(.invalidRequest, detail: detail)
        } catch {
            let reason = (error as? DecodingError)?.inWords ?? "it is not JSON"
            throw Problem(.invalidRequest, detail: "cannot read the request: \(reason)")
        }
        return (body, try key(of: peer, body: bytes))
    }

    /// The idempotency key of a request without a body.
    func key(of peer: PeerCredentials) throws -> RequestKey? { try key(of: peer, body: []) }

    private func key(of peer: PeerCredentials, body: [UInt8]) throws -> RequestKey? {
        guard let name = HTTPField.Name(API.idempotencyKeyHeader), let text = headers[name] else { return nil }
        let request = Array("\(method.rawValue) \(uri.path)\n".utf8) + body
        guard let key = RequestKey(text, of: peer.principal, request: request) else {
            let detail = "cannot use the idempotency key: it is 1 to \(RequestKey.longest) printable ASCII characters"
            throw Problem(.invalidRequest, detail: detail)
        }
        return key
    }

    /// `?limit=`, from 1 to the maximum page length.
    func limit() throws(Problem) -> Int {
        guard let text = uri.queryParameters["limit"] else { return API.standardPage }
        guard let limit = Int(text), (1...API.longestPage).contains(limit) else {
            let detail = "cannot list \(text.prefix(40)) rows: limit is a number from 1 to \(API.longestPage)"
            throw Problem(.invalidRequest, detail: detail)
        }
        return limit
    }

    /// A query parameter that is `true` or `false`; false when absent.
    func flag(_ name: String) throws -> Bool {
        switch uri.queryParameters[Substring(name)] {
        case nil, "false": return false
        case "true": return true
        default: throw Problem(.invalidRequest, detail: "cannot read \(name): it is true or false")
        }
    }

    /// `?cursor=`, as returned by an earlier page.
    func cursor() throws -> Int64? {
        guard let text = uri.queryParameters["cursor"] else { return nil }
        guard let cursor = Int64(text), cursor >= 0 else {
            let detail = "cannot go on from that cursor: send what an earlier page gave as next"
            throw Problem(.invalidRequest, detail: detail)
        }
        return cursor
    }
}

extension PeerContext {
    /// The barcode in the path.
    func barcode() throws -> Barcode {
        guard let segment = parameters.get("barcode"), let text = PathSegment.decoded(segment) else {
            throw Problem(.invalidBarcode, detail: "cannot read the barcode in the path")
        }
        return try Barcode(wire: text)
    }
}

import DaemonServices
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Localization
import NIOCore
import TransferLog
import Vocabulary
import Wire
import WireResources

extension Request {
    /// Reads the whole body; throws a problem when it has more than `limit` bytes.
    mutating func bytes(upTo limit: Int) async throws -> [UInt8] {
        do {
            return Array(buffer: try await collectBody(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw RequestFailure.tooLarge(limit)
        } catch let error as CancellationError {
            throw error
        } catch {
            // The connection ended before the body was complete, or the body does not match its headers.
            throw RequestFailure(.invalidRequest, Message("cannot read the request: its body is not whole"))
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
            let detail = Message("cannot read the request: it has the member \(error.name.prefix(40), "member") twice")
            throw RequestFailure(.invalidRequest, detail)
        } catch let error as WireCoding.UndeclaredNameError {
            let detail = Message(
                "cannot read the request: there is no member \(error.name.prefix(40), "member"); leave it out or "
                    + "correct its name"
            )
            throw RequestFailure(.invalidRequest, detail)
        } catch {
            let reason = (error as? DecodingError)?.message ?? Message("it is not JSON")
            throw RequestFailure(.invalidRequest, Message("cannot read the request: \(reason, "reason")"))
        }
        return (body, try key(of: peer, body: bytes))
    }

    /// The idempotency key of a request without a body.
    func key(of peer: PeerCredentials) throws -> RequestKey? { try key(of: peer, body: []) }

    /// The idempotency key of a request with a query and with a body that `digest` identifies; it is called only if the
    /// request has a key.
    func key(of peer: PeerCredentials, digest: () async throws -> [UInt8]) async throws -> RequestKey? {
        guard try key(of: peer) != nil else { return nil }
        return try key(of: peer, body: Array("\(uri.query ?? "")\n".utf8) + (try await digest()))
    }

    private func key(of peer: PeerCredentials, body: [UInt8]) throws -> RequestKey? {
        guard let name = HTTPField.Name(API.idempotencyKeyHeader), let text = headers[name] else { return nil }
        let request = Array("\(method.rawValue) \(uri.path)\n".utf8) + body
        guard let key = RequestKey(text, of: peer.principal, request: request) else {
            let detail = Message(
                "cannot use the idempotency key: it is 1 to \(RequestKey.longest, "limit") printable ASCII characters"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        return key
    }
}

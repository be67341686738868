import HTTPTypes
import Hummingbird
import Localization
import Wire
import WireResources

/// Rejects requests that HTTP itself requires a server to reject, whatever their route (RFC 9110 and RFC 9112).
struct RequestRules: RouterMiddleware {
    typealias Context = PeerContext

    let routes: [Route]
    private static let host = HTTPField.Name("Host")

    func handle(
        _ request: Request,
        context: PeerContext,
        next: (Request, PeerContext) async throws -> Response
    ) async throws -> Response {
        // RFC 9112, section 3.2: exactly one Host header. The first becomes the authority; any others remain header
        // fields.
        guard request.head.authority != nil, Self.host.map({ request.headers[$0] == nil }) ?? true else {
            throw RequestFailure(.invalidRequest, Message("cannot take the request: it needs one Host header"))
        }
        // RFC 9110, section 8.4: a body in an unsupported coding is rejected and not read as plain data.
        if let coding = request.headers[.contentEncoding], coding.lowercased() != "identity" {
            let detail = Message(
                "cannot take the request: its body is encoded as \(coding.prefix(40), "coding"); send it as it is"
            )
            throw RequestFailure(.invalidRequest, status: 415, detail)
        }
        if let name = repeatedParameter(in: request) {
            let detail = Message(
                "cannot take the request: it has the parameter \(name.prefix(40), "parameter") twice; send it once"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let allowed = methods(at: request.uri.path)
            guard !allowed.isEmpty else { throw error }
            let list = allowed.joined(separator: ", ")
            let detail = Message(
                "cannot \(request.method.rawValue.prefix(20), "method") \(request.uri.path, "path"): it takes "
                    + "\(list, "methods")"
            )
            var response = try Response(RequestFailure(.invalidRequest, status: 405, detail), in: context.localizer)
            // RFC 9110, section 15.5.6.
            response.headers[.allow] = list
            return response
        }
    }

    /// The first query parameter that occurs twice where only one is allowed; which of the two should count is
    /// ambiguous.
    private func repeatedParameter(in request: Request) -> Substring? {
        guard request.uri.query != nil else { return nil }
        var names: Set<Substring> = []
        let repeated = request.uri.queryParameters.lazy.map(\.key).filter { !names.insert($0).inserted }
        let segments = request.uri.path.split(separator: "/", omittingEmptySubsequences: true)
        return repeated.first { name in
            !routes.contains { $0.matches(segments) && $0.canRepeat(name) }
        }
    }

    /// The methods allowed at `path`; empty when the path does not exist.
    private func methods(at path: String) -> [String] {
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        let methods = Set(routes.filter { $0.matches(segments) }.map(\.method.rawValue))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }
}

extension Route {
    /// Whether a request can have this query parameter several times.
    fileprivate func canRepeat(_ name: Substring) -> Bool {
        outline.parameters.contains { $0.place == .query && $0.name == name && $0.isRepeatable }
    }

    /// Whether the path, split at its slashes, matches this route.
    fileprivate func matches(_ segments: [Substring]) -> Bool {
        let own = path.split(separator: "/")
        let isOpenEnded = own.last == "{tile}"
        guard isOpenEnded ? segments.count >= own.count : segments.count == own.count else { return false }
        return zip(own, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}

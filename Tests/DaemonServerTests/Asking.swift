import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// Asks the routes of a scratch daemon as somebody, through everything but the socket.
///
/// A status that the definition of the request lacks is an issue of the test that received it.
struct Asking {
    struct Answer: Equatable {
        let status: Int
        let type: String?
        let text: String
    }

    let responder: RouterResponder<PeerContext>
    private let languages: ReaderLanguages
    private let statuses: DefinedStatuses

    init(_ parts: DaemonParts) {
        let table = RouteTable(parts)
        responder = table.responder()
        languages = parts.languages
        statuses = DefinedStatuses(of: table.routes)
    }

    /// What somebody with these roles is answered.
    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        as roles: Set<Role>,
        separatesDuties: Bool = false,
        body: String = ""
    ) async throws -> Answer {
        let response = try await response(method, path, as: roles, separatesDuties: separatesDuties, body: body)
        let collector = CollectingWriter()
        if response.headers[.contentType] != "text/event-stream" { try await response.body.write(collector) }
        return Answer(
            status: response.status.code,
            type: response.headers[.contentType],
            text: collector.text
        )
    }

    func response(
        _ method: HTTPRequest.Method,
        _ path: String,
        as roles: Set<Role>,
        separatesDuties: Bool = false,
        body: String = "",
        headers: HTTPFields = [:]
    ) async throws -> Response {
        var fields = headers
        fields[.contentLength] = String(body.utf8.count)
        let head = HTTPRequest(method: method, scheme: nil, authority: "localhost", path: path, headerFields: fields)
        let peer = PeerCredentials(pid: 1, uid: 4_711, gid: 4_711)
        let source = PeerContext.Source(
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            peer: peer,
            rights: Rights(roles: roles, separatesDuties: separatesDuties),
            languages: languages,
            acceptLanguage: headers[.acceptLanguage]
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let response = try await responder.respond(to: request, context: PeerContext(source: source))
        if let defined = statuses.of(method.rawValue, path) {
            #expect(defined.contains(response.status.code), "\(method) \(path) lacks \(response.status.code)")
        }
        return response
    }
}

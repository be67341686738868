import Foundation
import Wire
import Yams

/// The API description, printed from the definitions of the requests and the types that they contain.
struct APIDescription {
    static let wire = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Wire")
    /// The committed file.
    static let file = wire.appending(path: "openapi.yaml")

    let outlines: [EndpointOutline]

    func text() throws -> String {
        let comment = "# Printed from the definitions in Sources/Wire by DaemonServerTests with OUTGUIDE_WRITE_API=1.\n"
        return comment + (try Yams.serialize(node: try node(), width: 110, allowUnicode: true))
    }

    private func node() throws -> Node {
        .object([
            "openapi": .text("3.1.0"),
            "info": Self.info,
            "servers": .list([
                .object([
                    "url": .text("http://localhost"),
                    "description": .text(
                        "A Unix socket: curl --unix-socket /run/outguide/outguide.sock http://localhost/v1/status"
                    ),
                ])
            ]),
            "tags": .list(Set(outlines.map(\.tag)).sorted().map { .object(["name": .text($0)]) }),
            "paths": .object(try paths()),
            "components": .object([
                "parameters": .object(Parameter.shared.map { ($0.key, $0.value.definition) }),
                "responses": .object(
                    Set(outlines.flatMap(\.refusals)).sorted().map(SharedResponse.init).map { ($0.name, $0.node) }
                ),
                "schemas": try schemas(),
            ]),
        ])
    }

    private static var info: Node {
        .object([
            "title": .text("Outguide"),
            "version": .text("v1"),
            "description": .text(
                """
                The transfer log of boxes and folders, on a Unix socket. The kernel authenticates the caller \
                (SO_PEERCRED); x-access is the access level that an operation requires. Times are RFC 3339 in UTC. \
                Every error is a problem document (RFC 9457). While the log is not trusted because it was cut, \
                altered, or is behind its checkpoint, every response has the header `\(API.logHeader): \
                \(API.untrusted)`. The header `\(API.timeZoneHeader)` of every response names the site's time zone, \
                in which days begin and end. Where a request may name a day or a minute, it may also use English \
                words: `yesterday`, `last tuesday 14:05`, `in 3 weeks`, `2 hours ago`.
                """
            ),
            "license": .object(["name": .text("Apache-2.0"), "identifier": .text("Apache-2.0")]),
        ])
    }

    /// The operations in the order of their paths.
    private func paths() throws -> [(String, Node)] {
        let paths = Dictionary(grouping: outlines, by: \.path).sorted { $0.key < $1.key }
        return try paths.map { path, outlines in
            let methods = EndpointOutline.Method.allCases.compactMap { method in
                outlines.first { $0.method == method }
            }
            return (path, .object(try methods.map { ($0.method.rawValue.lowercased(), try $0.node()) }))
        }
    }

    private func schemas() throws -> Node {
        var types = DescribedTypes(comments: try DocumentationComments(of: Self.wire))
        for outline in outlines {
            if case .json(let type) = outline.body { try types.add(type, isRequest: true) }
            if case .json(let type) = outline.answer { try types.add(type, isRequest: false) }
        }
        for type in EventName.allCases.map(\.type) + ScannerEventName.allCases.map(\.type) {
            try types.add(type, isRequest: false)
        }
        try types.add(Problem.self, isRequest: false)
        return try types.node()
    }
}

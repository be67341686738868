import Barcodes
import Foundation
import HTTPTypes
import Vocabulary
import Yams

@testable import DaemonServer
@testable import DaemonServices

/// Requests to send to each route, made from the API description: one that is added there is sent, too.
struct RequestCatalogue {
    struct Sample {
        let method: HTTPRequest.Method
        let path: String
        let body: String
    }

    /// A parameter or a member of which this page does not say what to send.
    struct Unforeseen: Error, CustomStringConvertible {
        let name: String
        var description: String { "there are no values for “\(name)”: add those that could disclose a thing" }
    }

    private let twins: TwinLogs
    private let description: Description

    init(_ twins: TwinLogs) throws {
        self.twins = twins
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Wire/openapi.yaml")
        description = try YAMLDecoder().decode(Description.self, from: String(contentsOf: file, encoding: .utf8))
    }

    /// What to send to a route: each value of each parameter and member, and each thing together with each place.
    func samples(of route: Route) throws -> [Sample] {
        guard let operation = description.paths[route.path]?[route.method.rawValue.lowercased()] else {
            throw Unforeseen(name: route.name)
        }
        let paths = try paths(of: route)
        var queries = [""]
        for parameter in operation.parameters where parameter.place == "query" {
            queries += try values(of: parameter.name, in: route).map { "?\(parameter.name)=\($0)" }
        }
        let bodies = try bodies(of: operation, in: route)
        return paths.flatMap { path in
            queries.flatMap { query in
                bodies.map { Sample(method: route.method, path: path + query, body: $0) }
            }
        }
    }

    private func paths(of route: Route) throws -> [String] {
        var paths = [""]
        for segment in route.path.split(separator: "/") {
            var words = [String(segment)]
            if segment.hasPrefix("{") {
                words = try values(of: String(segment.dropFirst().dropLast()), in: route).map { "\($0)" }
            }
            paths = paths.flatMap { path in words.map { "\(path)/\($0)" } }
        }
        return paths
    }

    private func bodies(of operation: Operation, in route: Route) throws -> [String] {
        guard let content = operation.requestBody?.content else { return [""] }
        if content["text/plain"] != nil { return try names.map { try code($0) + "\n" } }
        guard let name = content["application/json"]?.schema?.name, let shape = description.components.schemas[name]
        else { return ["x"] }
        var bases: [[String: Any]] = [[:]]
        for member in shape.properties.keys.sorted()
        where shape.required?.contains(member) == true || Self.crossed.contains(member) {
            let values = try values(of: member, in: route)
            bases = bases.flatMap { base in values.map { base.merging([member: $0]) { $1 } } }
        }
        var bodies = bases
        for member in shape.properties.keys.sorted() where bases.first?[member] == nil {
            for value in try values(of: member, in: route) {
                bodies += bases.prefix(2).map { $0.merging([member: value]) { $1 } }
            }
        }
        return try bodies.map { body in
            String(decoding: try JSONSerialization.data(withJSONObject: body, options: [.sortedKeys]), as: UTF8.self)
        }
    }

    /// Members of which each value is sent with each value of the others.
    private static let crossed: Set<String> = ["barcode", "barcodes", "to", "text"]

    /// Things, by their short names, that are moved, scanned and changed.
    private var names: [String] {
        [
            "inner", "homeless", "survivor", "box", "zebra", "roeInBox", "cart", "lent", "wanted",
        ]
    }

    private func code(_ name: String) throws -> String {
        guard let code = twins.codes[name] else { throw Unforeseen(name: name) }
        return code
    }

    private static func command(_ word: String) -> String? {
        ControlCommand.allCases.first { $0.word == word }?.barcode?.text
    }

    private func codes(_ names: String...) throws -> [String] { try names.map(code) }

    private func values(of name: String, in route: Route) throws -> [Any] {
        switch name {
        case "barcode", "of":
            let others = route.method == .get ? ["shelf2", "ann", "bob", "undone", "roeLent", "roeInZebra"] : []
            return try (names + others).map(code)
        case "barcodes": return try names.map { [try code($0)] }
        case "text":
            let words = ["into", "verify", "end", "where", "charge-out", "undo"]
            return try words.compactMap(Self.command) + names.map(code) + codes("shelf2", "ann")
        case "to": return try codes("shelf2", "ann", "bob", "box2", "zebra")
        case "home", "parent": return try codes("shelf", "zebra", "box2")
        case "recipient", "from", "custodian": return try codes("ann", "bob")
        case "list": return try codes("list", "roeList") + ["PL000000900M"]
        case "entry":
            return route.method == .get ? (1...twins.entries).map { $0 } : [3, twins.entries / 2, twins.entries]
        case "reading": return (1...twins.readings).map { $0 }
        case "batch": return [1, 2, 3]
        case "station": return ["desk", "elsewhere"]
        case "q": return ["roe", "matter", "zebra", "inner", try code("roeInBox"), try code("zebra")]
        case "at", "since": return [0, 1, 3].map { twins.now.advanced(bySeconds: -20 * $0).rfc3339 }
        case "kind": return route.method == .get ? ["seal", "hold", "restriction"] : ["box"]
        case "order": return ["26-CR-9"]
        case "state": return route.method == .get ? ["waiting"] : ["inTransit", "disposed"]
        case "limit": return [1, 2]
        case "open", "late", "low", "overdue": return ["true"]
        case "capacity": return [0, 1, 2]
        case "conditions":
            return try [["capacity": 2], ["capacity": 0], ["rooms": codes("shelf")], ["roles": ["judge"]]]
        case "clear": return [["home"]]
        case "title", "name", "reason", "file": return ["x"]
        case "role": return ["alias", "primary"]
        case "stage": return ["release", "accept", "at-once"]
        case "level": return ["restricted", "sealed", "unsealed"]
        case "due", "occurredAt": return [twins.now.advanced(bySeconds: name == "due" ? 90_000 : -100).rfc3339]
        case "template": return [route.path.hasPrefix("/v1/pull-lists") ? "pull-list-page" : "box-100x50"]
        case "slip": return [true]
        case "format": return route.method == .post ? ["png"] : []
        case "tile": return ["0/000"]
        case "printer", "supply", "scanner", "sha256": return ["nothing"]
        case "units", "count", "lengthX", "lengthY", "zeroX", "zeroY": return [1]
        case "new": return [["count": 1]]
        case "inDoubt": return ["print", "keep"]
        // They choose how something is shown or read, or how long is waited; nothing of a thing is in the answer.
        case "cursor", "copies", "fields", "mode", "symbologies", "symbology", "wait", "printed", "expected", "until",
            "resolution", "used", "page", "pages", "whole", "startCell", "newSheet", "event", "dates", "columns", "old",
            "offset", "repetition", "continue", "abandon", "bytes", "despite", "seen":
            return []
        // Those of administrators alone.
        case "layout", "variant", "framing", "isPrinted", "linear", "memory", "serial": return ["x"]
        default: throw Unforeseen(name: name)
        }
    }

    private struct Description: Decodable {
        let paths: [String: [String: Operation]]
        let components: Components
    }

    private struct Components: Decodable { let schemas: [String: Shape] }

    private struct Shape: Decodable {
        struct Member: Decodable {}
        let properties: [String: Member]
        let required: [String]?
    }

    private struct Operation: Decodable {
        let parameters: [Parameter]
        let requestBody: Body?

        private enum CodingKeys: String, CodingKey {
            case parameters
            case requestBody
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            parameters = try container.decodeIfPresent([Parameter].self, forKey: .parameters) ?? []
            requestBody = try container.decodeIfPresent(Body.self, forKey: .requestBody)
        }
    }

    private struct Parameter: Decodable {
        let name: String
        let place: String

        private enum CodingKeys: String, CodingKey {
            case name
            case place = "in"
            case reference = "$ref"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if let reference = try container.decodeIfPresent(String.self, forKey: .reference) {
                let shared = reference.split(separator: "/").last ?? ""
                (name, place) = (shared.lowercased(), shared == "Limit" || shared == "Cursor" ? "query" : "header")
            } else {
                name = try container.decode(String.self, forKey: .name)
                place = try container.decode(String.self, forKey: .place)
            }
        }
    }

    private struct Body: Decodable {
        struct Media: Decodable { let schema: Reference? }
        let content: [String: Media]
    }

    private struct Reference: Decodable {
        let name: String?

        private enum CodingKeys: String, CodingKey { case reference = "$ref" }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let reference = try container.decodeIfPresent(String.self, forKey: .reference)
            name = reference?.split(separator: "/").last.map(String.init)
        }
    }
}

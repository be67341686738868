import Foundation
import HTTPTypes
import Testing
import Yams

@testable import DaemonServer

/// Holds `Sources/Wire/openapi.yaml` against the routes and against the shapes.
@Suite struct APIDescriptionTests {
    private struct Description: Decodable {
        struct Operation: Decodable {
            struct Answer: Decodable {}
            let access: String
            let responses: [String: Answer]

            private enum CodingKeys: String, CodingKey {
                case access = "x-access"
                case responses
            }
        }

        struct Schema: Decodable {
            struct Property: Decodable {}
            let properties: [String: Property]
        }

        struct Components: Decodable {
            let schemas: [String: Schema]
        }

        let paths: [String: [String: Operation]]
        let components: Components
    }

    private static let wire = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Wire")

    private func description() throws -> Description {
        let text = try String(contentsOf: Self.wire.appending(path: "openapi.yaml"), encoding: .utf8)
        return try YAMLDecoder().decode(Description.self, from: text)
    }

    @Test func everyRouteIsDescribedWithItsAccessLevel() async throws {
        try await ScratchDaemon.with { parts in
            let routes = RouteTable(parts).routes.map { "\($0.method.rawValue.lowercased()) \($0.path) \($0.access)" }
            let described = try description().paths.flatMap { path, operations in
                operations.map { "\($0.key) \(path) \($0.value.access)" }
            }
            #expect(routes.sorted() == described.sorted())
            #expect(Set(routes).count == routes.count)
        }
    }

    @Test func everyRouteThatNeedsAShareOfTheBudgetIsDescribedSo() async throws {
        try await ScratchDaemon.with { parts in
            let sharing = RouteTable(parts).routes.filter { $0.work != nil }
            let described = try description().paths.flatMap { path, operations in
                operations.filter { $0.value.responses["429"] != nil }.map { "\($0.key.uppercased()) \(path)" }
            }
            #expect(sharing.map(\.name).sorted() == described.sorted())
            // Whoever stands at a station never waits for a share.
            let prompt = ["GET /v1/where/{barcode}", "GET /v1/status", "POST /v1/moves", "POST /v1/readings"]
            #expect(Set(prompt).isDisjoint(with: described))
            #expect(RouteTable(parts).routes.filter { prompt.contains($0.name) }.count == prompt.count)
        }
    }

    /// The members of each shape are read from its source, where they stand as `public let`.
    @Test func everyShapeIsDescribedMemberByMember() throws {
        let schemas = try description().components.schemas
        var shapes: [String: Set<String>] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: Self.wire, includingPropertiesForKeys: nil)
        where file.pathExtension == "swift" {
            var shape: String?
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if line.hasPrefix("public struct ") {
                    let name = String(line.dropFirst(14).prefix { $0 != ":" && $0 != "<" })
                    shape = line.contains("WireValue {") || name == "Problem" ? name : nil
                    if let shape { shapes[shape] = [] }
                } else if line.hasPrefix("    public let "), let shape {
                    shapes[shape]?.insert(String(line.dropFirst(15).prefix { $0 != ":" }))
                } else if line == "}" {
                    shape = nil
                }
            }
        }
        #expect(shapes == schemas.mapValues { Set($0.properties.keys) })
        #expect(shapes.count > 20)
    }
}

import Foundation
import HTTPTypes
import Testing
import Yams

@testable import DaemonServer

/// Holds `Sources/Wire/openapi.yaml` against the routes and against the shapes.
@Suite struct APIDescriptionTests {
    private struct Description: Decodable {
        struct Operation: Decodable {
            let access: String

            private enum CodingKeys: String, CodingKey {
                case access = "x-access"
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

    /// The members of each shape are read from its source, where they stand as `public let`.
    @Test func everyShapeIsDescribedMemberByMember() throws {
        let schemas = try description().components.schemas
        var shapes: [String: Set<String>] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: Self.wire, includingPropertiesForKeys: nil)
        where file.pathExtension == "swift" {
            let name = file.deletingPathExtension().lastPathComponent
            let source = try String(contentsOf: file, encoding: .utf8)
            guard source.contains("Codable"), name != "ProblemKind", source.contains("public struct \(name)") else {
                continue
            }
            let members = source.split(separator: "\n").compactMap { line in
                line.hasPrefix("    public let ") ? line.dropFirst(15).prefix { $0 != ":" } : nil
            }
            shapes[name] = Set(members.map(String.init))
        }
        #expect(shapes == schemas.mapValues { Set($0.properties.keys) })
        #expect(shapes.count > 20)
    }
}

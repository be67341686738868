import Foundation
import Yams

/// What `openapi.yaml` says of answers, as far as lists are concerned.
struct APIOutline {
    /// Paths whose GET answers with a page.
    let lists: [String]
    /// Paths whose GET takes `limit`, or `cursor`.
    let limited: Set<String>
    let followed: Set<String>
    /// Arrays in shapes, as `Shape.member`.
    let arrays: Set<String>

    static func load() throws -> APIOutline {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Wire/openapi.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let outline = try YAMLDecoder().decode(Outline.self, from: text)
        let gets = outline.paths.compactMapValues { $0["get"] }
        func taking(_ name: String) -> Set<String> {
            let reference = "#/components/parameters/\(name.capitalized)"
            let taking = gets.filter { _, get in
                get.parameters?.contains { $0.name == name || $0.ref == reference } == true
            }
            return Set(taking.keys)
        }
        return APIOutline(
            lists: gets.filter { $0.value.isList }.keys.sorted(),
            limited: taking("limit"),
            followed: taking("cursor"),
            arrays: Set(
                outline.components.schemas.flatMap { name, schema in
                    schema.properties.filter { $0.value.isArray }.map { "\(name).\($0.key)" }
                }
            )
        )
    }

    private struct Outline: Decodable {
        let paths: [String: [String: Operation]]
        let components: Components
    }

    private struct Components: Decodable {
        let schemas: [String: Shape]
    }

    private struct Shape: Decodable {
        let properties: [String: Member]
    }

    private struct Member: Decodable {
        let isArray: Bool

        private enum CodingKeys: String, CodingKey {
            case type
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let one = try? container.decodeIfPresent(String.self, forKey: .type)
            let many = try? container.decodeIfPresent([String].self, forKey: .type)
            isArray = one == "array" || many?.contains("array") == true
        }
    }

    private struct Operation: Decodable {
        let parameters: [Parameter]?
        let responses: [String: Answer]

        var isList: Bool { responses["200"]?.content?.values.contains { $0.schema?.isPage == true } == true }
    }

    private struct Parameter: Decodable {
        let name: String?
        let ref: String?

        private enum CodingKeys: String, CodingKey {
            case name
            case ref = "$ref"
        }
    }

    private struct Answer: Decodable {
        let content: [String: Media]?
    }

    private struct Media: Decodable {
        let schema: Schema?
    }

    private struct Schema: Decodable {
        struct Part: Decodable {
            let ref: String?

            private enum CodingKeys: String, CodingKey {
                case ref = "$ref"
            }
        }

        let allOf: [Part]?

        var isPage: Bool { allOf?.contains { $0.ref == "#/components/schemas/Page" } == true }
    }
}

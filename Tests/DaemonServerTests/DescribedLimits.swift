import Foundation
import HTTPTypes
import Yams

@testable import DaemonServer
@testable import DaemonServices

/// The limits that `openapi.yaml` puts on what is sent, with values at each limit and beyond it.
struct DescribedLimits {
    /// Something to send in the place of a member or a parameter.
    struct Trial {
        let what: String
        let value: Any
        let isWithin: Bool
    }

    /// A member of a body, or a parameter.
    struct Field {
        let name: String
        /// `query`, `path` or `header`; `body` for a member.
        let place: String
        let isRequired: Bool
        let schema: [String: Any]
    }

    private let document: [String: Any]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Wire/openapi.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        document = try Yams.load(yaml: text) as? [String: Any] ?? [:]
    }

    func fields(of route: Route) -> (parameters: [Field], members: [Field]?) {
        let paths = document["paths"] as? [String: [String: [String: Any]]]
        let operation = paths?[route.path]?[route.method.rawValue.lowercased()] ?? [:]
        let parameters = (operation["parameters"] as? [[String: Any]] ?? []).map(resolved).map { parameter in
            Field(
                name: parameter["name"] as? String ?? "",
                place: parameter["in"] as? String ?? "",
                isRequired: parameter["required"] as? Bool ?? false,
                schema: resolved(parameter["schema"] as? [String: Any] ?? [:])
            )
        }
        let body = operation["requestBody"] as? [String: Any]
        let json = (body?["content"] as? [String: [String: Any]])?["application/json"]
        guard let schema = (json?["schema"] as? [String: Any]).map(resolved) else { return (parameters, nil) }
        return (parameters, members(of: schema))
    }

    func members(of schema: [String: Any]) -> [Field] {
        let required = schema["required"] as? [String] ?? []
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        return properties.sorted { $0.key < $1.key }.map { name, schema in
            Field(name: name, place: "body", isRequired: required.contains(name), schema: resolved(schema))
        }
    }

    /// The schema that a reference names, or the one that it is; of one that accepts null as well, the other.
    func resolved(_ schema: [String: Any]) -> [String: Any] {
        if let alternatives = schema["anyOf"] as? [[String: Any]], let first = alternatives.first {
            return resolved(first)
        }
        guard let reference = schema["$ref"] as? String else { return schema }
        let steps = reference.split(separator: "/").dropFirst().map(String.init)
        return steps.reduce(document) { $0[$1] as? [String: Any] ?? [:] }
    }

    // MARK: Values

    static func types(_ schema: [String: Any]) -> [String] {
        (schema["type"] as? String).map { [$0] } ?? schema["type"] as? [String] ?? []
    }

    /// Words that mean something to some path or other.
    private static let words = ["26-0815", "2026-01-31", "lease", "desk", "1", String(repeating: "0", count: 64)]

    /// Something that the schema allows; nil for what this page cannot make up.
    func sample(_ schema: [String: Any]) -> Any? {
        if let words = schema["enum"] as? [Any] { return words.first { $0 is String } }
        switch Self.types(schema).first {
        case "string": return Self.words.first { Self.fits($0, schema) }
        case "integer": return max(schema["minimum"] as? Int ?? 1, 1)
        case "number": return 100.0
        case "boolean": return true
        case "array":
            let element = (schema["items"] as? [String: Any]).flatMap { sample(resolved($0)) }
            return element.map { [$0] }
        case "object": return [:] as [String: Any]
        default: return nil
        }
    }

    private static func fits(_ text: String, _ schema: [String: Any]) -> Bool {
        let length = text.unicodeScalars.count
        guard length >= schema["minLength"] as? Int ?? 0, length <= schema["maxLength"] as? Int ?? .max else {
            return false
        }
        guard let pattern = schema["pattern"] as? String else { return true }
        return text.range(of: pattern, options: .regularExpression) != nil
    }

    /// What to send for a field: at each limit, and beyond it.
    func trials(of field: Field) -> [Trial] {
        let schema = field.schema
        let types = Self.types(schema)
        var trials: [Trial] = []
        func add(_ what: String, _ value: Any, isWithin: Bool) {
            trials.append(Trial(what: "\(field.name): \(what)", value: value, isWithin: isWithin))
        }
        if field.place == "body" {
            add(
                "null",
                NSNull(),
                isWithin: types.contains("null") || (schema["properties"] != nil && !field.isRequired)
            )
            let isObject = types.contains("object") || schema["properties"] != nil
            if isObject { add("an array", [1], isWithin: false) } else { add("an object", ["x": 1], isWithin: false) }
        }
        if let words = schema["enum"] as? [Any] {
            for case let word as String in words { add(word, word, isWithin: true) }
            add("a word that is not listed", "nonsense", isWithin: false)
            return trials
        }
        switch types.first {
        case "string":
            for length in [schema["minLength"], schema["maxLength"]].compactMap({ $0 as? Int }) where length > 0 {
                let text = String(repeating: "a", count: length)
                if Self.fits(text, schema) { add("\(length) characters", text, isWithin: true) }
            }
            if let most = schema["maxLength"] as? Int {
                add("\(most + 1) characters", String(repeating: "a", count: most + 1), isWithin: false)
            }
            if schema["minLength"] as? Int == 1, field.place != "path" { add("nothing", "", isWithin: false) }
            let odd = ["a\u{7}b", " ", "-", "ä", "a b"].first { !Self.fits($0, schema) }
            if schema["pattern"] != nil, field.place != "header", let odd { add("“\(odd)”", odd, isWithin: false) }
        case "integer":
            if let least = schema["minimum"] as? Int {
                add("\(least)", least, isWithin: true)
                add("\(least - 1)", least - 1, isWithin: false)
            }
            if let most = schema["maximum"] as? Int {
                add("\(most)", most, isWithin: true)
                add("\(most + 1)", most + 1, isWithin: false)
            }
            add("a word", "nonsense", isWithin: false)
        case "boolean": add("a word", "nonsense", isWithin: false)
        case "array":
            if let least = schema["minItems"] as? Int, least > 0 { add("none", [] as [Any], isWithin: false) }
            guard let items = (schema["items"] as? [String: Any]).map(resolved), let element = sample(items) else {
                break
            }
            if let most = schema["maxItems"] as? Int {
                add("\(most + 1) elements", Array(repeating: element, count: most + 1), isWithin: false)
            }
            let inner = Field(name: field.name + "[]", place: "element", isRequired: true, schema: items)
            for trial in self.trials(of: inner) where !trial.isWithin {
                trials.append(Trial(what: trial.what, value: [trial.value], isWithin: false))
            }
        default: break
        }
        return trials
    }
}

import Localization
import Yams

/// A value in a configuration file, with its name and line for error messages.
struct SettingValue {
    /// The file.
    let path: String
    /// The name of the setting, or the name of the list that the value is in.
    let name: String
    private let node: Node

    init(_ node: Node, named name: String, in path: String) {
        self.node = node
        self.name = name
        self.path = path
    }

    /// The error that the value is wrong.
    func wrong(_ reason: Message) -> ConfigurationError {
        .wrong(path: path, line: node.mark?.line ?? 1, reason: reason)
    }

    // MARK: - Collections

    /// The members of a mapping; `key` stands for the name itself.
    func members() throws(ConfigurationError) -> [(key: SettingValue, value: SettingValue)] {
        guard case .mapping(let mapping) = node else { throw wrong(Message("settings are written name: value")) }
        var members: [(key: SettingValue, value: SettingValue)] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            let member = SettingValue(key, named: name, in: path)
            guard key.scalar != nil else { throw member.wrong(Message("the name of a setting is a word")) }
            members.append((member, SettingValue(value, named: name, in: path)))
        }
        return members
    }

    /// The member of a mapping with this name.
    func member(_ name: String) -> SettingValue? {
        (node.mapping?.first { $0.key.scalar?.string == name }).map { SettingValue($0.value, named: name, in: path) }
    }

    /// The elements of a list.
    func list() throws(ConfigurationError) -> [SettingValue] {
        guard case .sequence(let sequence) = node, sequence.count <= 1_000 else {
            throw wrong(Message("\(name, "setting") is a list of up to 1000"))
        }
        return sequence.map { SettingValue($0, named: name, in: path) }
    }

    func list<Element>(_ parse: (SettingValue) throws -> Element) throws -> [Element] { try list().map(parse) }

    // MARK: - Scalars

    /// Parses a scalar; `reason` says what the value must be.
    func parsed<Value>(
        _ reason: @autoclosure () -> Message,
        _ parse: (String) -> Value?
    ) throws(ConfigurationError) -> Value {
        guard let value = (node.scalar?.string).flatMap(parse) else { throw wrong(reason()) }
        return value
    }

    func text() throws(ConfigurationError) -> String {
        try parsed(Message("\(name, "setting") is a text")) { $0.isEmpty || $0.utf8.count > 4_096 ? nil : $0 }
    }

    /// A text that satisfies `isValid`.
    func text(_ reason: @autoclosure () -> Message, _ isValid: (String) -> Bool) throws(ConfigurationError) -> String {
        let text = try text()
        guard isValid(text) else { throw wrong(reason()) }
        return text
    }

    func language() throws(ConfigurationError) -> LanguageTag {
        try parsed(Message("\(name, "setting") is a language tag such as de or fr-CA")) { LanguageTag($0) }
    }

    func absolutePath() throws(ConfigurationError) -> String {
        try text(Message("\(name, "setting") is a path that begins with /")) { $0.hasPrefix("/") }
    }

    func flag() throws(ConfigurationError) -> Bool {
        try parsed(Message("\(name, "setting") is true or false")) { ["true": true, "false": false][$0] }
    }

    func number(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        let (least, most) = (range.lowerBound, range.upperBound)
        return try parsed(
            Message("\(name, "setting") is a number from \(least, "least") to \(most, "most")")
        ) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    func number(among values: [Int]) throws(ConfigurationError) -> Int {
        let list = values.map(String.init).joined(separator: ", ")
        return try parsed(Message("\(name, "setting") is one of \(list, "values")")) { text in
            values.first { Int(text) == $0 }
        }
    }

    func one<Value: RawRepresentable>(
        of values: [Value]
    ) throws(ConfigurationError) -> Value where Value.RawValue == String {
        let list = values.map(\.rawValue).joined(separator: ", ")
        return try parsed(Message("\(name, "setting") is one of \(list, "values")")) { Value(rawValue: $0) }
    }
}

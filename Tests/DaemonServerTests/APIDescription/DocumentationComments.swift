import Foundation

/// The documentation comments of public structures and their stored properties.
struct DocumentationComments {
    private var comments: [String: String] = [:]

    /// Reads the Swift files in `directory` and below.
    init(of directory: URL) throws {
        let files = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            read(try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// The comment of a type, or of one of its members; nil if it has none.
    subscript(type: String, member: String? = nil) -> String? { comments[member.map { "\(type).\($0)" } ?? type] }

    private mutating func read(_ source: String) {
        var type: String?
        var lines: [Substring] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("///") {
                lines.append(text.dropFirst(3).drop { $0 == " " })
                continue
            }
            if let name = Self.name(after: "public struct ", in: line) {
                type = name
                comments[name] = Self.paragraphs(lines)
            } else if let type, let name = Self.name(after: "    public let ", in: line) {
                comments["\(type).\(name)"] = Self.paragraphs(lines)
            } else if line == "}" {
                type = nil
            }
            lines = []
        }
    }

    private static func name(after start: String, in line: Substring) -> String? {
        guard line.hasPrefix(start) else { return nil }
        return String(line.dropFirst(start.count).prefix { $0.isLetter || $0.isNumber })
    }

    private static func paragraphs(_ lines: [Substring]) -> String? {
        let text = lines.filter { !$0.isEmpty }.joined(separator: " ").replacing("``", with: "`")
        return text.isEmpty ? nil : text
    }
}

import Foundation

/// The source files of this package and what they import.
enum SourceTree {
    struct Import: Hashable, CustomStringConvertible {
        let file: String
        let module: String
        let imported: String
        /// Whether clients of the module see it.
        let isPublic: Bool

        var description: String { "\(file) imports \(imported)" }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Folders of `Sources` with Swift files in them.
    static func modules() throws -> Set<String> {
        Set(try files(in: "Sources").map { String($0.split(separator: "/")[1]) })
    }

    static func imports() throws -> [Import] {
        try files(in: "Sources").flatMap { path -> [Import] in
            let module = path.split(separator: "/")[1]
            return try lines(of: path).compactMap { line -> Import? in
                let words = line.split(separator: " ").map(String.init)
                guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
                    words[..<index].allSatisfy({
                        ["public", "internal", "private", "package", "@testable"].contains($0)
                    })
                else { return nil }
                let kinds = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]
                let name = kinds.contains(words[index + 1]) ? words[index + 2] : words[index + 1]
                return Import(
                    file: path,
                    module: String(module),
                    imported: String(name.prefix { $0 != "." }),
                    isPublic: words.first == "public" || words.first == "package"
                )
            }
        }
    }

    static func files(in folder: String, suffix: String = ".swift") throws -> [String] {
        let base = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(atPath: base.path()) else { return [] }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.map { folder + "/" + $0 }.sorted()
    }

    static func lines(of path: String) throws -> [Substring] {
        try String(contentsOf: root.appending(path: path), encoding: .utf8).split(separator: "\n")
    }
}

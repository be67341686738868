import Foundation

/// The seeds of the fuzz tests: those that once failed, kept in `FuzzSeeds/NAME.txt`, and some hundred others.
enum FuzzSeeds {
    static func seeds(_ name: String, count: UInt64) throws -> [UInt64] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "FuzzSeeds/\(name).txt")
        let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { UInt64($0) }
        return kept + Array(1...count)
    }
}

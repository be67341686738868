import Foundation

/// A directory of a test's own.
enum ScratchFolder {
    static func with<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(path)
    }
}

import Foundation

/// The second number of a file in which a preloaded library notes what it sees: for `count-syncs` when the last
/// synchronisation ended, in microseconds since 1970, for `time-detours` the microseconds of the last detour.
struct NotedNumber: Sendable {
    struct Missing: Error {
        let path: String
    }

    private let file: FileHandle
    private let path: String

    init(path: String) throws {
        self.path = path
        self.file = try FileHandle(forReadingFrom: URL(filePath: path))
    }

    var value: Int64 {
        get throws {
            try file.seek(toOffset: 8)
            guard let bytes = try file.read(upToCount: 8), bytes.count == 8 else { throw Missing(path: path) }
            return bytes.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
        }
    }
}

import Foundation

/// When a program's last synchronisation of a file ended, as `count-syncs` notes it.
struct LastSync: Sendable {
    struct Missing: Error {
        let path: String
    }

    private let file: FileHandle
    private let path: String

    init(path: String) throws {
        self.path = path
        self.file = try FileHandle(forReadingFrom: URL(filePath: path))
    }

    /// In microseconds since 1970.
    var end: Int64 {
        get throws {
            try file.seek(toOffset: 8)
            guard let bytes = try file.read(upToCount: 8), bytes.count == 8 else { throw Missing(path: path) }
            return bytes.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
        }
    }
}

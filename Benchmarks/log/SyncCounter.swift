import Foundation
import Synchronization

/// The number of fsync and fdatasync calls of this process, which `count-syncs` keeps at the beginning of a file.
final class SyncCounter: @unchecked Sendable {
    /// Mapped for as long as the process runs; only ever read here, in one load.
    private let count: UnsafePointer<UInt64>

    init(path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw LogBenchmark.Failure("cannot open \(path)") }
        defer { close(file) }
        guard let address = mmap(nil, MemoryLayout<UInt64>.size, PROT_READ, MAP_SHARED, file, 0), address != MAP_FAILED
        else { throw LogBenchmark.Failure("cannot map \(path)") }
        count = UnsafePointer(address.assumingMemoryBound(to: UInt64.self))
    }

    var value: UInt64 { count.pointee }
}

import Dispatch
import GRDB

/// Readers for long work: pages of lists, searches, proofs, verifications and copies.
///
/// They are separate from the readers for queries about placements, so that those never wait for long work.
final class LongReaders: Sendable {
    /// One reader each for lists, for searches and proofs, for a verification, and for a copy.
    private static let count = 4

    private let pool: DatabasePool

    /// - Parameter configuration: the configuration of read-only connections.
    init(path: String, configuration: Configuration) throws {
        var configuration = configuration
        configuration.label = "outguide.log.long"
        configuration.maximumReaderCount = Self.count
        // The threads of this quality of service run long work only; see also LongWorkExecutor.
        configuration.qos = .utility
        pool = try DatabasePool(path: path, configuration: configuration)
    }

    /// Runs `body` on one snapshot.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (Database) throws -> Answer) async throws -> Answer {
        try await pool.read { db in
            Pace.lowerThread()
            return try body(db)
        }
    }

    /// Interrupts reads in progress, and closes the connections.
    func close() throws {
        pool.interrupt()
        try pool.close()
    }
}

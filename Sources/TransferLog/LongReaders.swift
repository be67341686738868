import Dispatch
import GRDB

/// The readers for work that takes long: pages of lists, searches, proofs, verifications and copies.
///
/// They are apart from those that answer where a thing is, so that such a question never waits for one of these.
final class LongReaders: Sendable {
    /// One each for lists, for searches and proofs, for a verification, and for a copy.
    private static let count = 4

    let pool: DatabasePool

    /// - Parameter configuration: of a connection that only reads.
    init(path: String, configuration: Configuration) throws {
        var configuration = configuration
        configuration.label = "outguide.log.long"
        configuration.maximumReaderCount = Self.count
        // Their threads get a lower priority than those of the other readers.
        configuration.qos = .utility
        pool = try DatabasePool(path: path, configuration: configuration)
    }

    /// Breaks off what is being read, and closes.
    func close() throws {
        pool.interrupt()
        try pool.close()
    }
}

import FoundationEssentials
import GRDB

extension [UInt8] {
    /// The first column of the first row as bytes; nil when there is no row or it is NULL.
    static func fetchBlob(_ statement: Statement, arguments: StatementArguments) throws -> [UInt8]? {
        try Data.fetchOne(statement, arguments: arguments).map(Array.init)
    }

    /// The bytes as a value that SQLite stores as a blob.
    var blob: Data { Data(self) }
}

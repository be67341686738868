import FoundationEssentials

extension [UInt8] {
    /// The bytes as a value that SQLite stores as a blob.
    var blob: Data { Data(self) }
}

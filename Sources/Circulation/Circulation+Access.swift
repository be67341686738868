public import Barcodes
import Records
import TransferLog

extension Circulation {
    /// Who looked at what is kept from others, at the log, or came without the right to, newest first.
    ///
    /// To list it is not to look at the things that it names.
    public func accesses(
        of barcode: Barcode?,
        before cursor: Int64?,
        limit: Int
    ) async throws -> Listed<
        AccessLine, Int64
    > {
        try await log.read(as: sight) { view in
            let record = try barcode.map { try Self.known($0, in: view).id }
            return try Listed(after: cursor, limit: limit, in: view, place: \.stored.number) { view in
                try view.accessCount(of: record)
            } rows: { view, cursor, limit in
                try view.accesses(of: record, before: cursor, limit: limit).map { stored in
                    AccessLine(stored: stored, record: try stored.access.record.flatMap { try view.record($0) })
                }
            }
        }
    }
}

public import Barcodes
import Records
import TransferLog

extension Circulation {
    /// Lists the access record, newest first: who looked at restricted records or at the log, and refused attempts.
    ///
    /// Listing it does not count as access to the records that it names.
    public func accesses(
        of barcode: Barcode?,
        before cursor: Int64?,
        limit: Int
    ) async throws -> Listed<
        AccessLine, Int64
    > {
        try await log.read(as: clearance) { view in
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

public import Barcodes
public import TransferLog
public import Vocabulary

/// An access record entry, with the entity that it concerns.
public struct AccessSummary: Sendable, Hashable {
    public let stored: StoredAccess
    public let entity: Entity?
}

extension Circulation {
    /// Lists the access record, newest first: who looked at restricted entities or at the log, and refused attempts.
    ///
    /// Listing it does not count as access to the entities that it names.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode; `TransferLogError` if the log cannot be read.
    public func accesses(
        of barcode: Barcode?,
        before cursor: Int64?,
        limit: Int
    ) async throws -> Listed<AccessSummary, Int64> {
        try await log.read(as: clearance) { view in
            let entity = try barcode.map { try Self.known($0, in: view).id }
            return try Listed(after: cursor, limit: limit, in: view, place: \.stored.number) { view in
                try view.accessCount(of: entity)
            } rows: { view, cursor, limit in
                try view.accesses(of: entity, before: cursor, limit: limit).map { stored in
                    AccessSummary(stored: stored, entity: try stored.access.entity.flatMap { try view.entity($0) })
                }
            }
        }
    }
}

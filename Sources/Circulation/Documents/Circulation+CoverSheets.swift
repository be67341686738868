import Records
import TransferLog

extension Circulation {
    /// Whether the first page of a file has the barcode of a thing, so that it does not matter what came before the file.
    public func beginsWithCoverSheet(_ file: ScannedFile) async throws -> Bool {
        guard let first = file.pages.first else { return false }
        return try await read { view in
            try first.contains { try view.record(barcode: $0)?.type.isMovable == true }
        }
    }
}

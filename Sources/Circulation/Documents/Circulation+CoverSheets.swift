import TransferLog
import Vocabulary

extension Circulation {
    /// Whether the first page of a file bears the barcode of an item or container, so that the preceding file is
    /// irrelevant.
    public func beginsWithCoverSheet(_ file: ScannedFile) async throws -> Bool {
        guard let first = file.pages.first else { return false }
        return try await read { view in
            try first.contains { try view.entity(barcode: $0)?.type.isMovable == true }
        }
    }
}

import Barcodes
import Labels
import Wire

/// A barcode as a QR code that a client can draw.
enum SymbolRows {
    /// A row of `1` (dark) and `0` each, without the quiet zone.
    static func of(_ barcode: Barcode, by renderer: LabelRenderer) async throws -> [String] {
        do throws(LabelError) {
            return try await renderer.modules(of: barcode, as: .qr).map { row in
                String(row.map { $0 ? "1" : "0" })
            }
        } catch {
            throw Problem(error)
        }
    }
}

import Barcodes
import Labels
import Wire

/// A barcode as QR code modules that a client can draw.
enum SymbolRows {
    /// One string per row, `1` for dark and `0` for light, without the quiet zone.
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

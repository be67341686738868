import Barcodes
import CZBar

/// Reads symbols back from the dots that go to paper: the last look before they do.
enum SymbolReader {
    /// Throws unless the dots of `placement` read as `text`, every module whole and the quiet zone white.
    static func check(
        _ dots: SymbolDots,
        of placement: SymbolPlacement,
        as symbology: Symbology,
        says text: String
    ) throws(LabelError) {
        guard let modules = dots.modules(of: placement) else { throw .unreadable(text) }
        let read =
            switch symbology {
            case .code128: LinearReader.read(modules, as: ZBAR_CODE128)
            case .code39: LinearReader.read(modules, as: ZBAR_CODE39)
            case .qr: MatrixReader(modules, width: placement.pattern.width).qr
            case .dataMatrix: MatrixReader(modules, width: placement.pattern.width).dataMatrix
            default: nil as [UInt8]?
            }
        guard let read, read.elementsEqual(text.utf8) else { throw .unreadable(text) }
    }
}

import Barcodes
import CZXing

/// Decodes symbols from the dots to be printed, as the final check before printing.
enum SymbolReader {
    /// Throws unless the dots of `placement` decode to `text`, with every module complete and the quiet zone white.
    static func check(
        _ dots: SymbolDots,
        of placement: SymbolPlacement,
        as symbology: Symbology,
        says text: String
    ) throws(LabelError) {
        guard let modules = dots.modules(of: placement) else { throw .unreadable(text) }
        let read =
            switch symbology {
            case .code128: LinearReader.read(modules, as: ZXING_CODE_128)
            case .code39: LinearReader.read(modules, as: ZXING_CODE_39)
            case .qr: MatrixReader(modules, width: placement.pattern.width).qr
            case .dataMatrix: MatrixReader(modules, width: placement.pattern.width).dataMatrix
            default: nil as [UInt8]?
            }
        guard let read, read.elementsEqual(text.utf8) else { throw .unreadable(text) }
    }

    /// Returns the bytes that a ZXing call reports to the pointer that it is given; nil if there are none.
    static func bytes(_ read: (UnsafeMutableRawPointer) -> Bool) -> [UInt8]? {
        var found: [UInt8]?
        let isSound = withUnsafeMutablePointer(to: &found) { read(UnsafeMutableRawPointer($0)) }
        return isSound ? found : nil
    }

    /// Stores the bytes of a code where ``bytes(_:)`` expects them.
    static var report: zxing_report {
        { context, code in
            guard let context, let code, let bytes = code.pointee.bytes else { return }
            let found = context.assumingMemoryBound(to: [UInt8]?.self)
            found.pointee = Array(UnsafeBufferPointer(start: bytes, count: code.pointee.count))
        }
    }
}

import Barcodes
import CZXing

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
            case .code128: LinearReader.read(modules, as: ZXING_CODE_128)
            case .code39: LinearReader.read(modules, as: ZXING_CODE_39)
            case .qr: MatrixReader(modules, width: placement.pattern.width).qr
            case .dataMatrix: MatrixReader(modules, width: placement.pattern.width).dataMatrix
            default: nil as [UInt8]?
            }
        guard let read, read.elementsEqual(text.utf8) else { throw .unreadable(text) }
    }

    /// What a call of ZXing reports to the pointer that it is given; nil when that is nothing.
    static func bytes(_ read: (UnsafeMutableRawPointer) -> Bool) -> [UInt8]? {
        var found: [UInt8]?
        let isSound = withUnsafeMutablePointer(to: &found) { read(UnsafeMutableRawPointer($0)) }
        return isSound ? found : nil
    }

    /// Keeps the bytes of a code where ``bytes(_:)`` looks for them.
    static var report: zxing_report {
        { context, code in
            guard let context, let code, let bytes = code.pointee.bytes else { return }
            let found = context.assumingMemoryBound(to: [UInt8]?.self)
            found.pointee = Array(UnsafeBufferPointer(start: bytes, count: code.pointee.count))
        }
    }
}

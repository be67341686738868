import Barcodes
import CZint
import Localization

/// Owns a zint symbol.
///
/// zint only encodes; it draws nothing.
struct ZintSymbol: ~Copyable {
    private let symbol: UnsafeMutablePointer<zint_symbol>

    private init() throws(LabelError) {
        guard let symbol = ZBarcode_Create() else { throw .drawing("out of memory") }
        self.symbol = symbol
    }

    deinit { ZBarcode_Delete(symbol) }

    /// Returns the modules of `text` in one of the symbologies that templates allow.
    static func pattern(of text: String, as symbology: Symbology) throws(LabelError) -> SymbolPattern {
        let bytes = Array(text.utf8)
        guard symbology == .qr else { return try encode(text, bytes, as: symbology).pattern }
        let first = try encode(text, bytes, as: .qr, mask: 0)
        let width = Int(first.symbol.pointee.width)
        guard width <= QRMasks.widest else { return try encode(text, bytes, as: .qr).pattern }
        let masks = try QRMasks.of(width: width) { mask throws(LabelError) in
            try encode(text, bytes, as: .qr, mask: mask).rows
        }
        return SymbolPattern(rows: masks.best(for: first.rows))
    }

    /// Returns a symbol of `text`; a QR code with this one of the eight masks, or with zint's choice for nil.
    static func encode(
        _ text: String,
        _ bytes: [UInt8],
        as symbology: Symbology,
        mask: Int? = nil
    ) throws(LabelError) -> ZintSymbol {
        let owner = try ZintSymbol()
        switch symbology {
        case .qr:
            owner.symbol.pointee.symbology = BARCODE_QRCODE
            // Level M: 15 % may be damaged.
            owner.symbol.pointee.option_1 = 2
            owner.symbol.pointee.option_3 = Int32(mask.map { ($0 + 1) << 8 } ?? 0)
        case .dataMatrix:
            owner.symbol.pointee.symbology = BARCODE_DATAMATRIX
            owner.symbol.pointee.option_3 = DM_SQUARE
        case .code39: owner.symbol.pointee.symbology = BARCODE_CODE39
        default: owner.symbol.pointee.symbology = BARCODE_CODE128
        }
        // Decoders treat the bytes of a QR code as UTF-8 if they are valid; in other symbologies as Latin-1 at best.
        owner.symbol.pointee.input_mode = symbology == .qr ? DATA_MODE : UNICODE_MODE
        // Bytes that a decoder would misread are refused, not encoded with a warning.
        owner.symbol.pointee.warn_level = WARN_FAIL_ALL
        // For an empty text, zint would search for its end beyond the buffer.
        guard !bytes.isEmpty else { throw .unencodable(text, words: Message("an empty text")) }
        // Decoders drop the character that switches to Latin-1 and return other text, so only ASCII is accepted.
        guard symbology == .qr || bytes.allSatisfy({ $0 < 0x80 }) else {
            throw .unencodable(text, words: Message("only ASCII reads back surely"))
        }
        // zint converts them to capitals, which would be another text.
        guard symbology != .code39 || !bytes.contains(where: { (97...122).contains($0) }) else {
            throw .unencodable(text, words: Message("Code 39 has no small letters"))
        }
        let status = ZBarcode_Encode(owner.symbol, bytes, Int32(bytes.count))
        guard status == 0 else {
            throw .unencodable(text, words: Message(verbatim: String(cString: outguide_zint_error_text(owner.symbol))))
        }
        return owner
    }

    /// The first 64 modules of each row, with the leftmost in the lowest bit.
    private var rows: [UInt64] { (0..<symbol.pointee.rows).map { outguide_zint_row(symbol, $0) } }

    var pattern: SymbolPattern {
        let width = Int(symbol.pointee.width)
        let height = Int(symbol.pointee.rows)
        let modules = [UInt8](unsafeUninitializedCapacity: width * height) { modules, count in
            for row in 0..<height {
                for column in 0..<width {
                    modules[row * width + column] = UInt8(
                        truncatingIfNeeded: outguide_zint_module_is_set(symbol, Int32(row), Int32(column))
                    )
                }
            }
            count = width * height
        }
        return SymbolPattern(width: width, height: height, modules: modules)
    }
}

internal import Barcodes
internal import CZBar

extension DecodedCode {
    /// What libzbar found; nil for a code without data, which it sees in noise, and for the unfinished part of one
    /// that is spread over several symbols.
    init?(_ symbol: OpaquePointer, width: Int, height: Int) {
        let type = zbar_symbol_get_type(symbol)
        guard type != ZBAR_NONE, type != ZBAR_PARTIAL else { return nil }
        let bytes = Self.bytes(of: symbol)
        guard !bytes.isEmpty else { return nil }
        self.init(
            symbology: Symbology(type),
            aim: AIMIdentifier(type, modifiers: zbar_symbol_get_modifiers(symbol)),
            text: CodeText.decode(bytes),
            bytes: bytes,
            polygon: Self.polygon(of: symbol, isMatrix: type == ZBAR_QRCODE, width: width, height: height),
            quality: Int(zbar_symbol_get_quality(symbol))
        )
    }

    private static func bytes(of symbol: OpaquePointer) -> [UInt8] {
        let count = Int(zbar_symbol_get_data_length(symbol))
        guard let data = zbar_symbol_get_data(symbol) else { return [] }
        return UnsafeRawBufferPointer(start: data, count: count).map(\.self)
    }

    private static func polygon(
        of symbol: OpaquePointer,
        isMatrix: Bool,
        width: Int,
        height: Int
    ) -> [PixelPoint] {
        let points = (0..<zbar_symbol_get_loc_size(symbol)).map { index in
            PixelPoint(
                x: min(max(Int(zbar_symbol_get_loc_x(symbol, index)), 0), width - 1),
                y: min(max(Int(zbar_symbol_get_loc_y(symbol, index)), 0), height - 1)
            )
        }
        // A QR code comes with its four corners, a linear code with the end of every line that was read.
        return isMatrix ? points : ConvexHull.around(points)
    }
}

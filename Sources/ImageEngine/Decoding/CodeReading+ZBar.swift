internal import Barcodes
internal import CZBar
internal import ImageDecoding

extension CodeReading {
    /// Converts a libzbar result; nil for a code without data, which libzbar finds in noise, and for an incomplete
    /// part of a code that is spread over several symbols.
    init?(_ symbol: OpaquePointer) {
        let type = zbar_symbol_get_type(symbol)
        guard type != ZBAR_NONE, type != ZBAR_PARTIAL else { return nil }
        guard let data = zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol) > 0 else { return nil }
        let count = Int(zbar_symbol_get_data_length(symbol))
        let orientation = zbar_symbol_get_orientation(symbol)
        self.init(
            symbology: Symbology(type),
            aim: AIMIdentifier(type, modifiers: zbar_symbol_get_modifiers(symbol)),
            bytes: UnsafeRawBufferPointer(start: data, count: count).map(\.self),
            quality: Int(zbar_symbol_get_quality(symbol)),
            corners: (0..<zbar_symbol_get_loc_size(symbol)).map { index in
                PixelPoint(x: Int(zbar_symbol_get_loc_x(symbol, index)), y: Int(zbar_symbol_get_loc_y(symbol, index)))
            },
            isUpright: orientation == ZBAR_ORIENT_LEFT || orientation == ZBAR_ORIENT_RIGHT
        )
    }
}

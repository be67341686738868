internal import Barcodes
internal import CZBar
internal import CZXing
internal import ImageDecoding

/// A code as reported by an engine, in pixel coordinates of its rendering.
struct CodeReading {
    let symbology: Symbology
    let aim: AIMIdentifier?
    var bytes: [UInt8]
    let quality: Int
    /// Enclose the part of the code that was read.
    let corners: [PixelPoint]
    /// Whether the scan lines run vertically in the picture.
    let isUpright: Bool
}

extension CodeReading {
    /// Converts the code to page coordinates.
    func code(
        on placement: Placement,
        of page: (width: Int, height: Int),
        rendering: ImageRendering,
        engine: DecodingEngine,
        text decoder: CodeText,
        options: DecodingOptions
    ) -> DecodedCode {
        let points = corners.map { corner in
            let point = placement.onPage(x: corner.x, y: corner.y)
            return PixelPoint(
                x: min(max(Int(point.x.rounded()), 0), page.width - 1),
                y: min(max(Int(point.y.rounded()), 0), page.height - 1)
            )
        }
        let text = decoder.decode(bytes)
        let expanded = symbology == .code39 && options.expandsCode39 ? FullASCII.expand(text) : nil
        return DecodedCode(
            symbology: symbology,
            aim: expanded == nil ? aim : AIMIdentifier(code: "A", modifier: "4"),
            text: expanded ?? text,
            bytes: bytes,
            // A QR code has its four corners; a linear code has the ends of its scan lines.
            polygon: symbology == .qr ? points : ConvexHull.around(points),
            quality: quality,
            rendering: rendering,
            engine: engine
        )
    }
}

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

extension CodeReading {
    /// Converts a ZXing result; nil for a code without data.
    init?(_ code: zxing_code) {
        guard code.count > 0, let data = code.bytes,
            let symbology = ZXingReader.names.first(where: { $0.name == code.symbology })?.symbology
        else { return nil }
        let points = withUnsafeBytes(of: code.corners) { Array($0.bindMemory(to: Int32.self)) }
        self.init(
            symbology: symbology,
            aim: code.aim.flatMap { AIMIdentifier.split(String(cString: $0))?.identifier },
            bytes: UnsafeBufferPointer(start: data, count: code.count).map(\.self),
            quality: code.symbology == ZXING_QR ? 1 : Int(code.lines),
            corners: stride(from: 0, to: points.count - 1, by: 2).map {
                PixelPoint(x: Int(points[$0]), y: Int(points[$0 + 1]))
            },
            isUpright: false
        )
    }
}

/// Converts the bytes of a code to text without loss.
struct CodeText {
    private let fallback: CharacterSetConverter?
    private let eastAsian: [EastAsianText: CharacterSetConverter]

    /// `characterSet` is an iconv name; an unknown one is ignored.
    init(characterSet: String? = nil) {
        fallback = characterSet.flatMap { CharacterSetConverter(from: $0) }
        var converters: [EastAsianText: CharacterSetConverter] = [:]
        for set in EastAsianText.allCases { converters[set] = CharacterSetConverter(from: set.rawValue) }
        eastAsian = converters
    }

    /// Decodes `bytes` as the first suitable character set.
    ///
    /// These are: UTF-8, which QR generators use although few declare it; the site's character set; an East Asian
    /// character set in which the bytes are common characters; and ISO 8859-1, the default of the standard, in which
    /// any bytes are valid.
    func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            // A byte order mark only indicates UTF-8.
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        if let text = fallback?.convert(bytes) { return text }
        if let set = EastAsianText.guess(bytes), let text = eastAsian[set]?.convert(bytes) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

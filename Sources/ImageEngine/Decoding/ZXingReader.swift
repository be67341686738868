internal import Barcodes
internal import CImageRendering
internal import CZXing
internal import ImageDecoding

/// Finds codes with ZXing-C++.
enum ZXingReader {
    /// All QR codes in `image`.
    static func readMatrix(_ image: borrowing GreyImage) throws(ImageDecodingError) -> [CodeReading] {
        let width = Int32(image.width)
        let height = Int32(image.height)
        return try collect { zxing_find_qr(image.pixels.baseAddress, width, height, $0, report) }
    }

    /// The QR code in an `image` that shows nothing else, upright and with sharp edges.
    static func readPureMatrix(_ image: borrowing GreyImage) throws(ImageDecodingError) -> CodeReading? {
        let width = Int32(image.width)
        let height = Int32(image.height)
        return try collect { zxing_read_qr(image.pixels.baseAddress, width, height, $0, report) }.first
    }

    /// The linear codes in `image` whose bars are upright, one after another; each code that was read is whitened.
    static func readLinear(
        whitening image: borrowing GreyImage,
        wanted: zxing_symbologies
    ) throws(ImageDecodingError) -> [CodeReading] {
        var found: [CodeReading] = []
        var texts: [[UInt8]: Int] = [:]
        // Bent codes are read several times, because only part of them is whitened each time.
        while found.count < 100, var reading = try readOneLinear(image, wanted: wanted, lines: linesAgreeing) {
            if let more = linesWanted(by: reading),
                let again = try readOneLinear(image, wanted: reading.only, lines: more), again.bytes == reading.bytes
            {
                reading = again
            }
            texts[reading.bytes, default: 0] += 1
            found.append(whiten(reading, in: image))
            if texts[reading.bytes, default: 0] > 3 { break }
        }
        return found
    }

    /// One linear code in `image` that reads the same on `lines` rows.
    static func readOneLinear(
        _ image: borrowing GreyImage,
        wanted: zxing_symbologies,
        lines: Int32
    ) throws(ImageDecodingError) -> CodeReading? {
        let width = Int32(image.width)
        let height = Int32(image.height)
        return try collect {
            zxing_find_linear(image.pixels.baseAddress, width, height, wanted, lines, $0, report)
        }.first
    }

    /// The linear symbologies of `options`, as bits.
    static func linear(_ options: DecodingOptions) -> zxing_symbologies {
        names.filter { $0.name != ZXING_QR && options.wants($0.symbology) }
            .reduce(0) { $0 | 1 << $1.name.rawValue }
    }

    /// With two lines, labels on boxes yielded false readings.
    private static let linesAgreeing: Int32 = 3

    /// The number of rows on which a code without confirmation must read the same.
    ///
    /// Scan lines that cross a long Interleaved 2 of 5 at an angle end early in white, each at another digit; and a
    /// few stripes can form a letter of Code 39.
    static let linesOfInterleaved: Int32 = 8
    static let linesOfFewCharacters: Int32 = 20

    private static func linesWanted(by reading: CodeReading) -> Int32? {
        switch reading.symbology {
        case .interleaved2of5: linesOfInterleaved
        case .code39 where reading.bytes.count < 3: linesOfFewCharacters
        default: nil
        }
    }

    static let names: [(name: zxing_symbology, symbology: Symbology)] = [
        (ZXING_CODABAR, .codabar), (ZXING_CODE_39, .code39), (ZXING_CODE_93, .code93), (ZXING_CODE_128, .code128),
        (ZXING_EAN_13, .ean13), (ZXING_EAN_8, .ean8), (ZXING_ITF, .interleaved2of5), (ZXING_UPC_A, .upcA),
        (ZXING_UPC_E, .upcE), (ZXING_QR, .qr),
    ]

    /// Collects the codes that `call` reports through its context pointer.
    private static func collect(_ call: (UnsafeMutableRawPointer) -> Bool) throws(ImageDecodingError) -> [CodeReading] {
        var found: [CodeReading] = []
        let isDone = withUnsafeMutablePointer(to: &found) { call(UnsafeMutableRawPointer($0)) }
        guard isDone else { throw .memoryLimit }
        return found
    }

    private static let report: zxing_report = { context, code in
        guard let code, let reading = CodeReading(code.pointee) else { return }
        context?.assumingMemoryBound(to: [CodeReading].self).pointee.append(reading)
    }

    /// Whitens the bars of `reading` over their full height, and returns it with corners around them.
    private static func whiten(_ reading: CodeReading, in image: borrowing GreyImage) -> CodeReading {
        let left = max(reading.corners.map(\.x).min() ?? 0, 0)
        let right = min(reading.corners.map(\.x).max() ?? 0, image.width - 1)
        let top = max(reading.corners.map(\.y).min() ?? 0, 0)
        let bottom = min(reading.corners.map(\.y).max() ?? 0, image.height - 1)
        var first = Int32(top)
        var last = Int32(bottom)
        var unused: Int32 = 0
        find_bar_rows(image.picture, Int32(left), Int32(right + 1), Int32(top), &first, &unused)
        find_bar_rows(image.picture, Int32(left), Int32(right + 1), Int32(bottom), &unused, &last)
        let corners = [(left, Int(first)), (right, Int(first)), (right, Int(last)), (left, Int(last))]
        let box = corners.flatMap { [Int32($0.0), Int32($0.1)] }
        whiten_polygon(image.pixels.baseAddress, Int32(image.width), Int32(image.height), box, 4)
        return CodeReading(
            symbology: reading.symbology,
            aim: reading.aim,
            bytes: reading.bytes,
            quality: reading.quality,
            corners: corners.map { PixelPoint(x: $0.0, y: $0.1) },
            isUpright: reading.isUpright
        )
    }
}

extension CodeReading {
    /// The symbology of this code, as bits for ZXing.
    fileprivate var only: zxing_symbologies {
        ZXingReader.names.filter { $0.symbology == symbology }.reduce(0) { $0 | 1 << $1.name.rawValue }
    }
}

internal import Barcodes
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

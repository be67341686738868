internal import Barcodes
internal import ImageDecoding

/// A code as an engine reports it, in the pixels of the rendering that it was given.
struct CodeReading {
    let symbology: Symbology
    let aim: AIMIdentifier?
    var bytes: [UInt8]
    let quality: Int
    /// Around what was read of the code.
    let corners: [PixelPoint]
    /// Whether the lines that were read run down the picture.
    let isUpright: Bool
}

extension CodeReading {
    /// The same code on the page.
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
            // A QR code comes with its four corners, a linear code with the ends of lines.
            polygon: symbology == .qr ? points : ConvexHull.around(points),
            quality: quality,
            rendering: rendering,
            engine: engine
        )
    }
}

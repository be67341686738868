public import Barcodes
import CCairo

/// Draws labels as PDF for printers and as PNG for screens, on one queue for the whole process.
public actor LabelRenderer {
    /// The most labels in one document.
    public static let mostLabels = 10_000
    /// The most dots in one picture, which takes four bytes each while it is drawn.
    public static let mostPixels = 40_000_000
    /// In dots per inch.
    public static let resolutions = 150...1_200
    /// That of most label printers, in dots per inch.
    public static let commonResolution = 203

    public init() {}

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        RenderingQueue.shared.asUnownedSerialExecutor()
    }

    /// One page of the media's exact size for each label; bars are whole dots of a printer with `dotsPerInch`.
    ///
    /// The same input gives the same bytes. Cairo 1.16 cannot ask viewers not to scale, so the print job must.
    public func pdf(
        _ contents: [LabelContent],
        template: LabelTemplate,
        dotsPerInch: Int = commonResolution
    ) async throws(LabelError) -> [UInt8] {
        guard !contents.isEmpty else { throw .noLabels }
        guard contents.count <= Self.mostLabels else { throw .tooManyLabels(contents.count) }
        guard Self.resolutions.contains(dotsPerInch) else { throw .resolution(dotsPerInch) }
        let grid = DotGrid(dotsPerInch: dotsPerInch)
        let page = LabelPage(template: template, grid: grid, inset: .document)
        let document = try PDFDocument(media: template.media)
        // A setter of its own for each document: fonts keep state that would show in the next one's bytes.
        let texts = try TextSetter()
        try document.write(contents, page: page, texts: texts)
        return try document.finish()
    }

    /// One label in pure black and white, with as many dots as the media has at `dotsPerInch`.
    public func png(
        _ content: LabelContent,
        template: LabelTemplate,
        dotsPerInch: Int = commonResolution
    ) async throws(LabelError) -> [UInt8] {
        guard Self.resolutions.contains(dotsPerInch) else { throw .resolution(dotsPerInch) }
        let grid = DotGrid(dotsPerInch: dotsPerInch)
        let size = grid.size(of: template.media)
        guard size.width * size.height <= Self.mostPixels else { throw .resolution(dotsPerInch) }
        let texts = try TextSetter()
        texts.setOneBit()
        let picture = try LabelPicture(width: size.width, height: size.height)
        try picture.draw(content, page: LabelPage(template: template, grid: grid, inset: .none), texts: texts)
        return try PNGResolution.stamp(picture.png(), dotsPerInch: dotsPerInch)
    }

    /// The modules of a barcode as Code 128 or QR, row by row and without the quiet zone; true is dark.
    public func modules(of barcode: Barcode, as symbology: Symbology) throws(LabelError) -> [[Bool]] {
        try ZintSymbol.pattern(of: barcode.text, as: symbology).rows
    }
}

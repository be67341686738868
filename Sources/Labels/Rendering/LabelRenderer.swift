public import Barcodes
import Dispatch

/// Renders labels as PDF or dots for printers and as PNG for screens, on one queue for the whole process.
///
/// Every symbol is verified before a document is returned. One that does not decode to its text is an error.
public actor LabelRenderer {
    /// The maximum number of labels in one document.
    public static let mostLabels = 10_000
    /// The maximum number of dots in one page.
    public static let mostDots = 200_000_000
    /// The maximum number of dots in all pages of one raster document.
    public static let mostDotsAtOnce = 1_000_000_000

    private static let dotsPerStrip = 4_000_000

    public init() {}

    public nonisolated var unownedExecutor: UnownedSerialExecutor { RenderingQueue.shared.asUnownedSerialExecutor() }

    /// Returns a PDF whose pages have the exact size of the template's labels or sheets.
    ///
    /// Bars are whole dots of the target. The `used` cells of the first sheet, counted from 1, stay empty. Equal input
    /// produces equal bytes.
    ///
    /// - Throws: ``LabelError`` if a field is missing, a text cannot be drawn or encoded, or the document is too large.
    public func pdf(
        _ contents: [LabelContent],
        template: LabelTemplate,
        target: LabelTarget = .common,
        used: Set<Int> = []
    ) async throws(LabelError) -> [UInt8] {
        let output = DocumentOutput()
        try write(contents, template, target, used, to: output)
        return output.bytes
    }

    /// Writes the PDF to an open file incrementally.
    ///
    /// Memory use does not depend on the number of labels.
    ///
    /// - Throws: ``LabelError`` as ``pdf(_:template:target:used:)``, or if the file cannot be written.
    public func write(
        _ contents: some Collection<LabelContent> & Sendable,
        template: LabelTemplate,
        target: LabelTarget = .common,
        used: Set<Int> = [],
        to descriptor: CInt
    ) async throws(LabelError) {
        try write(contents, template, target, used, to: DocumentOutput(to: descriptor))
    }

    /// Returns the pages as black and white dots.
    ///
    /// - Throws: ``LabelError`` if a field is missing, a text cannot be drawn or encoded, or the document is too large.
    public func rasters(
        _ contents: [LabelContent],
        template: LabelTemplate,
        target: LabelTarget = .common,
        used: Set<Int> = []
    ) async throws(LabelError) -> [LabelRaster] {
        let plan = try PagePlan(count: contents.count, template: template, used: used)
        let page = LabelPage(template: template, target: target, texts: try TextSetter(isOneBit: true))
        var rasters: [LabelRaster] = []
        var dots = 0
        for part in plan.pages {
            guard !Task.isCancelled else { throw .cancelled }
            let raster = try Self.raster(contents[part.labels], part.cells, page)
            dots += raster.width * raster.height
            guard dots <= Self.mostDotsAtOnce else { throw .resolution(target.resolution) }
            rasters.append(raster)
        }
        return rasters
    }

    /// Checks that the labels can be drawn correctly, without drawing them; throws the reason if one cannot.
    public func check(_ contents: [LabelContent], template: LabelTemplate) async throws(LabelError) {
        let page = LabelPage(template: template, target: .common, texts: try TextSetter(isOneBit: true))
        for content in contents {
            guard !Task.isCancelled else { throw .cancelled }
            try page.check(content)
        }
    }

    /// Makes fonts available that were installed since the process started.
    public func findNewFonts() async { InstalledFonts.lookAgain() }

    /// Checks that every character of the template's own text is in a font; throws if one is not.
    public func check(_ template: LabelTemplate) async throws(LabelError) {
        let texts = try TextSetter(isOneBit: true)
        for case .text(let text) in template.elements + template.pageElements {
            for words in text.content.literals {
                do throws(LabelError) {
                    try texts.check(LabelWords(words), as: text)
                } catch {
                    guard case .missingGlyphs(let scalars, _) = error else { throw error }
                    throw .templateGlyphs(scalars, of: template.name)
                }
            }
        }
    }

    /// Returns the modules of a barcode, row by row and without the quiet zone; true is dark.
    ///
    /// - Throws: ``LabelError/unencodable(_:words:)`` if the symbology cannot encode it.
    public func modules(of barcode: Barcode, as symbology: Symbology) throws(LabelError) -> [[Bool]] {
        try ZintSymbol.pattern(of: barcode.text, as: symbology).rows
    }

    private func write(
        _ contents: some Collection<LabelContent>,
        _ template: LabelTemplate,
        _ target: LabelTarget,
        _ used: Set<Int>,
        to output: DocumentOutput
    ) throws(LabelError) {
        let plan = try PagePlan(count: contents.count, template: template, used: used)
        let document = try PDFDocument(page: template.page, target: target, to: output)
        let page = LabelPage(template: template, target: target, texts: try TextSetter(isOneBit: false))
        var rest = contents[...]
        for part in plan.pages {
            guard !Task.isCancelled else { throw .cancelled }
            // Labels may be produced lazily; only those of one page are in memory.
            let labels = Array(rest.prefix(part.labels.count))
            rest = rest.dropFirst(part.labels.count)
            try document.addPage { canvas throws(LabelError) in
                _ = try page.draw(labels[...], in: part.cells, on: canvas)
            }
        }
        try document.finish()
    }

    private static func raster(
        _ contents: ArraySlice<LabelContent>,
        _ cells: ArraySlice<Int>,
        _ page: LabelPage
    ) throws(LabelError) -> LabelRaster {
        let size = DotGrid(page.target).size(of: page.template.page)
        guard size.width * size.height <= mostDots else { throw .resolution(page.target.resolution) }
        var dots = LabelDots(width: size.width, height: size.height)
        var symbols: [LabelPage.Symbol] = []
        let rows = max(1, dotsPerStrip / size.width)
        for top in stride(from: 0, to: size.height, by: rows) {
            let strip = try RasterCanvas(width: size.width, rows: top..<min(size.height, top + rows))
            symbols = try page.draw(contents, in: cells, on: strip)
            try strip.copy(to: &dots)
        }
        let raster = LabelRaster(dots, resolution: page.target.resolution)
        for symbol in symbols {
            let dots = SymbolDots(of: symbol.placement, in: raster)
            try SymbolReader.check(dots, of: symbol.placement, as: symbol.symbology, says: symbol.text)
        }
        return raster
    }
}

/// The serial queue for all rendering.
///
/// Fontconfig and Pango's font maps are not thread-safe, and rendering takes too long for the cooperative pool, so all
/// renderers of the process share this queue.
final class RenderingQueue: SerialExecutor {
    static let shared = RenderingQueue()

    private let queue = DispatchQueue(label: "outguide.labels.rendering")

    private init() {}

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}

/// Writes a PDF with one page for each label or sheet.
///
/// Only resources shared by all pages are kept in memory.
final class PDFDocument {
    private let file: PDFFile
    private let page: LabelMedia
    private let grid: DotGrid
    private let resources: Int
    private let tree: Int
    private var pages: [Int] = []
    let images: PDFImages
    let glyphs: PDFGlyphs

    init(page: LabelMedia, target: LabelTarget, to output: DocumentOutput) throws(LabelError) {
        file = try PDFFile(output)
        self.page = page
        grid = DotGrid(target)
        tree = file.reserve()
        resources = file.reserve()
        images = PDFImages(file)
        glyphs = PDFGlyphs(images)
    }

    /// Adds a page whose marks `draw` draws, in dots.
    func addPage(_ draw: (PDFCanvas) throws(LabelError) -> Void) throws(LabelError) {
        let canvas = PDFCanvas(self, begin: matrix)
        try draw(canvas)
        let content = file.reserve()
        let number = file.reserve()
        try file.write(content, stream: canvas.content)
        try file.write(number, "<</Type/Page/Parent \(tree) 0 R/Contents \(content) 0 R>>")
        pages.append(number)
    }

    /// Writes the shared resources and ends the document; no pages can be added afterwards.
    func finish() throws(LabelError) {
        let fonts = try glyphs.write(to: file, resources: resources)
        try file.write(resources, "<</Font<<\(fonts)>>/XObject<<\(images.names)>>>>")
        let size = points
        let box = PDFContent()
        box.append(size.width, decimals: 3)
        box.append(size.height, decimals: 3)
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        try file.write(
            tree,
            "<</Type/Pages/Count \(pages.count)/MediaBox[0 0 \(String(decoding: box.bytes, as: UTF8.self))]"
                + "/Resources \(resources) 0 R/Kids[\(kids)]>>"
        )
        let catalog = file.reserve()
        // Bars are whole dots only at actual size, and on paper of the page's size.
        try file.write(
            catalog,
            "<</Type/Catalog/Pages \(tree) 0 R/ViewerPreferences<</PrintScaling/None/PickTrayByPDFSize true>>>>"
        )
        let information = file.reserve()
        // The document contains no time, so that equal labels produce equal bytes.
        try file.write(information, "<</Producer(Outguide)>>")
        try file.finish(catalog: catalog, information: information)
    }

    private var points: (width: Double, height: Double) {
        if let paper = grid.target.paper { return (paper.width, paper.height) }
        let factor = PrintResolution.pointsPerInch / PrintResolution.millimetresPerInch
        return (page.width * factor, page.height * factor)
    }

    /// The matrix from dots, which run down from the upper left corner, to points, which run up from the lower left
    /// one.
    private var matrix: PDFContent {
        let resolution = grid.target.resolution
        let across = PrintResolution.pointsPerInch / Double(resolution.across)
        let along = PrintResolution.pointsPerInch / Double(resolution.along)
        // A page is rarely a whole number of dots high. Poppler counts its dots from the top, Ghostscript from the
        // bottom. Halfway between them, both find the edges where ``BarInset`` lets them round to the same dots.
        let dots = points.height / along
        let shift = (dots - dots.rounded()) / 2
        let matrix = PDFContent()
        matrix.append(across, decimals: 9)
        matrix.append("0 0 ")
        matrix.append(-along, decimals: 9)
        matrix.append("0 ")
        matrix.append(points.height - shift * along, decimals: 6)
        matrix.append("cm\n")
        return matrix
    }
}

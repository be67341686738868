/// One page of a PDF, as operators in dots.
struct PDFCanvas: LabelCanvas {
    private let document: PDFDocument
    private let marks = PDFContent(room: 16_384)
    private let ink = Ink()

    /// The current colour, shared by all copies of the canvas.
    private final class Ink {
        var colour = LabelColour.black
    }

    init(_ document: PDFDocument, begin: PDFContent) {
        self.document = document
        marks.append(begin.bytes)
    }

    var needsReadingNow: Bool { true }
    var hasColours: Bool { true }

    var content: PDFContent { marks }

    func fill(bars: [DotBox]) {
        guard !bars.isEmpty else { return }
        set(.black)
        let (across, down) = (BarInset.document.horizontal, BarInset.document.vertical)
        for bar in bars {
            marks.append(hundredths: 100 * bar.x + across)
            marks.append(hundredths: 100 * bar.y + down)
            marks.append(hundredths: 100 * bar.width - 2 * across)
            marks.append(hundredths: 100 * bar.height - 2 * down)
            marks.append("re\n")
        }
        marks.append("f\n")
    }

    func fill(_ box: DotBox, _ colour: LabelColour) {
        set(colour)
        rectangle(box)
        marks.append("f\n")
    }

    func fill(corners: [(x: Double, y: Double)], _ colour: LabelColour) {
        set(colour)
        for (index, corner) in corners.enumerated() {
            marks.append(corner.x, decimals: 2)
            marks.append(corner.y, decimals: 2)
            marks.append(index == 0 ? "m\n" : "l\n")
        }
        marks.append("f\n")
    }

    func draw(_ picture: GreyPicture, in box: DotBox) throws(LabelError) {
        set(.black)
        let dots = picture.dots(width: box.width, height: box.height)
        let name = try document.images.name(ofMask: dots)
        marks.append("q ")
        marks.append(whole: box.width)
        marks.append("0 0 ")
        marks.append(whole: -box.height)
        marks.append(whole: box.x)
        marks.append(whole: box.y + box.height)
        marks.append("cm /")
        marks.append(name.utf8)
        marks.append(" Do Q\n")
    }

    func draw(_ text: FittedText, of texts: TextSetter, _ colour: LabelColour) throws(LabelError) {
        set(colour)
        marks.append("q ")
        rectangle(text.box)
        marks.append("W n BT\n")
        var writer = PDFTextWriter(text, glyphs: document.glyphs)
        try texts.visitGlyphs { glyph throws(LabelError) in try writer.add(glyph, to: marks) }
        writer.end(marks)
        marks.append("ET Q\n")
    }

    private func rectangle(_ box: DotBox) {
        marks.append(whole: box.x)
        marks.append(whole: box.y)
        marks.append(whole: box.width)
        marks.append(whole: box.height)
        marks.append("re\n")
    }

    private func set(_ colour: LabelColour) {
        guard colour != ink.colour else { return }
        ink.colour = colour
        for part in [colour.red, colour.green, colour.blue] { marks.append(Double(part) / 255, decimals: 3) }
        marks.append("rg\n")
    }
}

/// One page of a PDF, as operators in dots.
struct PDFCanvas: LabelCanvas {
    private let document: PDFDocument
    private let bytes: Bytes

    /// What grows; canvases are handed around by value.
    private final class Bytes {
        var content: [UInt8] = []
        var colour = LabelColour.black
    }

    init(_ document: PDFDocument, begin: [UInt8]) {
        self.document = document
        bytes = Bytes()
        bytes.content.reserveCapacity(8_192)
        bytes.content += begin
    }

    var needsReadingNow: Bool { true }

    var content: [UInt8] { bytes.content }

    func fill(bars: [DotBox]) {
        guard !bars.isEmpty else { return }
        set(.black)
        let (across, down) = (BarInset.document.horizontal, BarInset.document.vertical)
        for bar in bars {
            bytes.content.append(Double(bar.x) + across, decimals: 2)
            bytes.content.append(Double(bar.y) + down, decimals: 2)
            bytes.content.append(Double(bar.width) - 2 * across, decimals: 2)
            bytes.content.append(Double(bar.height) - 2 * down, decimals: 2)
            bytes.content.append("re\n")
        }
        bytes.content.append("f\n")
    }

    func fill(_ box: DotBox, _ colour: LabelColour) {
        set(colour)
        rectangle(box)
        bytes.content.append("f\n")
    }

    func fill(corners: [(x: Double, y: Double)], _ colour: LabelColour) {
        set(colour)
        for (index, corner) in corners.enumerated() {
            bytes.content.append(corner.x, decimals: 2)
            bytes.content.append(corner.y, decimals: 2)
            bytes.content.append(index == 0 ? "m\n" : "l\n")
        }
        bytes.content.append("f\n")
    }

    func draw(_ picture: GreyPicture, in box: DotBox) throws(LabelError) {
        set(.black)
        let dots = picture.dots(width: box.width, height: box.height)
        let name = try document.images.name(ofMask: dots)
        bytes.content.append("q ")
        bytes.content.append(whole: box.width)
        bytes.content.append("0 0 ")
        bytes.content.append(whole: -box.height)
        bytes.content.append(whole: box.x)
        bytes.content.append(whole: box.y + box.height)
        bytes.content.append("cm /")
        bytes.content += name.utf8
        bytes.content.append(" Do Q\n")
    }

    func draw(_ text: FittedText, of texts: TextSetter, _ colour: LabelColour) throws(LabelError) {
        set(colour)
        bytes.content.append("q ")
        rectangle(text.box)
        bytes.content.append("W n BT\n")
        var writer = PDFTextWriter(text, glyphs: document.glyphs)
        try texts.visitGlyphs { glyph throws(LabelError) in try writer.add(glyph, to: &bytes.content) }
        writer.end(&bytes.content)
        bytes.content.append("ET Q\n")
    }

    private func rectangle(_ box: DotBox) {
        bytes.content.append(whole: box.x)
        bytes.content.append(whole: box.y)
        bytes.content.append(whole: box.width)
        bytes.content.append(whole: box.height)
        bytes.content.append("re\n")
    }

    private func set(_ colour: LabelColour) {
        guard colour != bytes.colour else { return }
        bytes.colour = colour
        for part in [colour.red, colour.green, colour.blue] {
            bytes.content.append(Double(part) / 255, decimals: 3)
        }
        bytes.content.append("rg\n")
    }
}

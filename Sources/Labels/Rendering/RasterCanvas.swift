import CCairo
import Glibc

/// A strip of a page as dots, because a whole large page would use much memory.
final class RasterCanvas: LabelCanvas {
    private let surface: CairoSurface
    private let context: CairoContext
    private let width: Int
    private let height: Int
    /// The row of the page at which the strip begins.
    private let top: Int
    private static let stretch = 64

    init(width: Int, rows: Range<Int>) throws(LabelError) {
        self.width = width
        height = rows.count
        top = rows.lowerBound
        surface = try CairoSurface(
            consuming: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(rows.count))
        )
        context = try CairoContext(on: surface)
        cairo_set_source_rgb(context.pointer, 1, 1, 1)
        cairo_paint(context.pointer)
        cairo_set_antialias(context.pointer, CAIRO_ANTIALIAS_NONE)
        cairo_translate(context.pointer, 0, -Double(top))
    }

    var needsReadingNow: Bool { false }
    var hasColours: Bool { false }

    func fill(bars: [DotBox]) {
        set(.black)
        for bar in bars { rectangle(bar) }
        cairo_fill(context.pointer)
    }

    func fill(_ box: DotBox, _ colour: LabelColour) {
        set(colour)
        rectangle(box)
        cairo_fill(context.pointer)
    }

    func fill(corners: [(x: Double, y: Double)], _ colour: LabelColour) {
        set(colour)
        for corner in corners { cairo_line_to(context.pointer, corner.x, corner.y) }
        cairo_close_path(context.pointer)
        cairo_fill(context.pointer)
    }

    func draw(_ picture: GreyPicture, in box: DotBox) throws(LabelError) {
        guard box.y < top + height, box.y + box.height > top else { return }
        let dots = picture.dots(width: box.width, height: box.height)
        set(.black)
        for y in 0..<box.height {
            for x in 0..<box.width where dots.isBlack(x, y) {
                rectangle(DotBox(x: box.x + x, y: box.y + y, width: 1, height: 1))
            }
            cairo_fill(context.pointer)
        }
    }

    func draw(_ text: FittedText, of texts: TextSetter, _ colour: LabelColour) throws(LabelError) {
        guard text.box.y < top + height, text.box.y + text.box.height > top else { return }
        cairo_save(context.pointer)
        // Marks that extend beyond their line, such as stacked accents, are clipped at the box.
        rectangle(text.box)
        cairo_clip(context.pointer)
        // Letters drawn as a pattern would be unreadable.
        set(colour.solid)
        var matrix = cairo_matrix_t(
            xx: text.right.x,
            yx: text.right.y,
            xy: text.down.x,
            yy: text.down.y,
            x0: text.corner.x.rounded(),
            y0: text.corner.y.rounded()
        )
        cairo_transform(context.pointer, &matrix)
        cairo_move_to(context.pointer, 0, 0)
        texts.draw(on: context)
        cairo_restore(context.pointer)
        // The layout leaves its end as the beginning of the next path.
        cairo_new_path(context.pointer)
        try context.check()
    }

    /// Copies the strip to the page.
    ///
    /// Colours, for example of emoji, become patterns of dots.
    func copy(to dots: inout LabelDots) throws(LabelError) {
        try context.check()
        cairo_surface_flush(surface.pointer)
        guard let from = cairo_image_surface_get_data(surface.pointer) else { throw .drawing("no picture data") }
        let stride = Int(cairo_image_surface_get_stride(surface.pointer))
        // Nearly all of a page is white, and comparing in bulk is much faster than examining each dot.
        let white = [UInt32](repeating: 0xFFFF_FFFF, count: Self.stretch)
        for y in 0..<height {
            let row = UnsafeRawPointer(from + y * stride)
            for first in Swift.stride(from: 0, to: width, by: Self.stretch) {
                let last = min(width, first + Self.stretch)
                guard memcmp(row + first * 4, white, (last - first) * 4) != 0 else { continue }
                copy(row, first..<last, y: top + y, to: &dots)
            }
        }
    }

    private func copy(_ row: UnsafeRawPointer, _ columns: Range<Int>, y: Int, to dots: inout LabelDots) {
        for x in columns {
            let pixel = row.load(fromByteOffset: x * 4, as: UInt32.self) & 0xFF_FFFF
            if pixel == 0xFF_FFFF { continue }
            if pixel == 0 || Dither.isBlack(LabelColour(pixel).light, x: x, y: y) { dots.blacken(x, y) }
        }
    }

    private func set(_ colour: LabelColour) {
        cairo_set_source_rgb(
            context.pointer,
            Double(colour.red) / 255,
            Double(colour.green) / 255,
            Double(colour.blue) / 255
        )
    }

    private func rectangle(_ box: DotBox) {
        cairo_rectangle(context.pointer, Double(box.x), Double(box.y), Double(box.width), Double(box.height))
    }
}

/// An image with one grey byte for each pixel, row by row; 0 is black.
struct GreyPicture: Sendable, Hashable {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    /// Returns the largest box of dots with the image's proportions, centred in `box`.
    func place(in box: LabelBox, on grid: DotGrid) -> DotBox {
        let scale = min(box.width / Double(width), box.height / Double(height))
        let size = (width: Double(width) * scale, height: Double(height) * scale)
        return grid.nearest(
            LabelBox(
                x: box.x + (box.width - size.width) / 2,
                y: box.y + (box.height - size.height) / 2,
                width: size.width,
                height: size.height
            )
        )
    }

    /// Returns the image as black and white dots, each from the mean of the pixels under it.
    func dots(width across: Int, height down: Int) -> LabelDots {
        var dots = LabelDots(width: across, height: down)
        for y in 0..<down {
            let rows = y * height / down..<max(y * height / down + 1, (y + 1) * height / down)
            for x in 0..<across {
                let columns = x * width / across..<max(x * width / across + 1, (x + 1) * width / across)
                var light = 0
                for row in rows { for column in columns { light += Int(pixels[row * width + column]) } }
                if Dither.isBlack(light / (rows.count * columns.count), x: x, y: y) { dots.blacken(x, y) }
            }
        }
        return dots
    }
}

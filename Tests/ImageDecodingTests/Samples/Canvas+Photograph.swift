import Foundation

/// What happens to a label until it is a photograph.
extension Canvas {
    /// Turned around its middle, as large as it needs to be, white around.
    func tilted(degrees: Double) -> Canvas {
        let cosine = cos(degrees * .pi / 180)
        let sine = sin(degrees * .pi / 180)
        let size = (width: Double(width), height: Double(height))
        var result = Canvas(
            width: Int(abs(size.width * cosine) + abs(size.height * sine)) + 2,
            height: Int(abs(size.width * sine) + abs(size.height * cosine)) + 2
        )
        let middle = (x: Double(result.width - 1) / 2, y: Double(result.height - 1) / 2)
        result.fill { column, row in
            let away = (x: Double(column) - middle.x, y: Double(row) - middle.y)
            return self.sample(
                x: size.width / 2 - 0.5 + away.x * cosine + away.y * sine,
                y: size.height / 2 - 0.5 + away.y * cosine - away.x * sine
            )
        }
        return result
    }

    /// `factor` times as large, below 1: each pixel the mean of 16 points of the area that it covers.
    func shrunk(by factor: Double) -> Canvas {
        var result = Canvas(width: Int(Double(width) * factor), height: Int(Double(height) * factor))
        result.fill { column, row in
            var sum = 0
            for point in 0..<16 {
                let x = (Double(column) + (Double(point % 4) + 0.5) / 4) / factor
                let y = (Double(row) + (Double(point / 4) + 0.5) / 4) / factor
                sum += Int(self.pixels[min(Int(y), self.height - 1) * self.width + min(Int(x), self.width - 1)])
            }
            return UInt8(sum / 16)
        }
        return result
    }

    /// Every point moved by `way` of its place, in pixels; places run from 0 to 1 across and down.
    func bent(_ way: (_ x: Double, _ y: Double) -> (x: Double, y: Double)) -> Canvas {
        var result = self
        result.fill { column, row in
            let moved = way(Double(column) / Double(self.width), Double(row) / Double(self.height))
            return self.sample(x: Double(column) + moved.x, y: Double(row) + moved.y)
        }
        return result
    }

    /// White on all sides.
    func padded(by margin: Int) -> Canvas {
        var result = Canvas(width: width + 2 * margin, height: height + 2 * margin)
        result.paste(self, x: margin, y: margin)
        return result
    }

    /// The mean of the pixels around each, three times over, which is close to a lens out of focus.
    func blurred(radius: Int) -> Canvas {
        var result = self
        for _ in 0..<3 {
            let source = result
            result.fill { column, row in
                var sum = 0
                for y in max(row - radius, 0)...min(row + radius, source.height - 1) {
                    for x in max(column - radius, 0)...min(column + radius, source.width - 1) {
                        sum += Int(source.pixels[y * source.width + x])
                    }
                }
                let rows = min(row + radius, source.height - 1) - max(row - radius, 0) + 1
                let columns = min(column + radius, source.width - 1) - max(column - radius, 0) + 1
                return UInt8(sum / (rows * columns))
            }
        }
        return result
    }

    /// Every pixel brighter or darker by up to `amount`.
    func noised(_ amount: Int, seed: UInt64) -> Canvas {
        var generator = SeededGenerator(seed: seed)
        var result = self
        result.fill { column, row in
            let noise = Int(generator.next() % UInt64(2 * amount + 1)) - amount
            return UInt8(clamping: Int(self.pixels[row * self.width + column]) + noise)
        }
        return result
    }

    /// White for black.
    func inverted() -> Canvas {
        var result = self
        result.fill { 255 - self.pixels[$1 * self.width + $0] }
        return result
    }

    /// From `dark` to `bright` grey at the left, and half as bright at the right.
    func shaded(dark: Int, bright: Int) -> Canvas {
        var result = self
        result.fill { column, row in
            let value = dark + Int(self.pixels[row * self.width + column]) * (bright - dark) / 255
            return UInt8(value * (2 * self.width - column) / (2 * self.width))
        }
        return result
    }

    /// The columns that are named, and nothing else.
    func cropped(to columns: Range<Int>) -> Canvas {
        var result = Canvas(width: columns.count, height: height)
        result.fill { self.pixels[$1 * self.width + columns.lowerBound + $0] }
        return result
    }

    private func sample(x: Double, y: Double) -> UInt8 {
        let left = Int(x.rounded(.down))
        let top = Int(y.rounded(.down))
        guard left >= 0, top >= 0, left + 1 < width, top + 1 < height else { return 255 }
        let across = x - Double(left)
        let down = y - Double(top)
        func pixel(_ column: Int, _ row: Int) -> Double { Double(pixels[row * width + column]) }
        let upper = pixel(left, top) * (1 - across) + pixel(left + 1, top) * across
        let lower = pixel(left, top + 1) * (1 - across) + pixel(left + 1, top + 1) * across
        return UInt8(upper * (1 - down) + lower * down)
    }
}

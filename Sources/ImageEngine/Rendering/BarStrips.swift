internal import CImageRendering
internal import Glibc
internal import ImageDecoding

/// A rectangle at any angle in which parallel bars were found.
struct BarStrip: Sendable, Equatable {
    /// The middle, in pixels of the page.
    var middle: (x: Double, y: Double)
    /// The unit vector across the bars.
    var along: (x: Double, y: Double)
    /// The extent across all bars.
    var length: Double
    /// The extent along the bars.
    var height: Double

    static func == (left: BarStrip, right: BarStrip) -> Bool {
        left.middle == right.middle && left.along == right.along && left.length == right.length
            && left.height == right.height
    }
}

/// Finds linear codes at any angle from the direction of brightness gradients.
enum BarStrips {
    /// The strips of `page`, largest first; at most ``most``.
    static func find(in page: borrowing GreyImage) throws(ImageDecodingError) -> [BarStrip] {
        let scaled = try RenderedImage.reduced(page, to: 1000)
        let factor = Double(page.longerSide) / Double(scaled.image.longerSide)
        let columns = scaled.image.width / tile
        let rows = scaled.image.height / tile
        guard columns > 0, rows > 0 else { return [] }
        var sums = [gradient_sums](repeating: gradient_sums(xx: 0, yy: 0, xy: 0), count: columns * rows)
        measure_gradients(scaled.image.picture, Int32(tile), &sums)
        var field = GradientField(sums: sums, columns: columns, rows: rows)
        var strips: [BarStrip] = []
        for index in sums.indices {
            guard let group = field.takeGroup(at: index), let strip = strip(around: group, scale: factor) else {
                continue
            }
            strips.append(strip)
        }
        return strips.sorted { $0.length * $0.height > $1.length * $1.height }.prefix(most).map { $0.upright(in: page) }
    }

    /// In pixels of the reduced page.
    static let tile = 8
    private static let most = 12
    private static let fewestTiles = 5

    private static func strip(around group: GradientField.Group, scale: Double) -> BarStrip? {
        guard group.tiles.count >= fewestTiles else { return nil }
        let angle = atan2(2 * group.sum.xy, group.sum.xx - group.sum.yy) / 2
        let along = (x: cos(angle), y: sin(angle))
        let places = group.tiles.map { tile in
            let x = (Double(tile.column) + 0.5) * Double(Self.tile)
            let y = (Double(tile.row) + 0.5) * Double(Self.tile)
            return (along: x * along.x + y * along.y, across: y * along.x - x * along.y)
        }
        let reach = Double(tile)
        guard let left = places.map(\.along).min(), let right = places.map(\.along).max(),
            let top = places.map(\.across).min(), let bottom = places.map(\.across).max(), right - left >= 3 * reach
        else { return nil }
        let margin = max(2 * reach, (right - left) / 10)
        let middle = (along: (left + right) / 2, across: (top + bottom) / 2)
        return BarStrip(
            middle: (
                scale * (middle.along * along.x - middle.across * along.y),
                scale * (middle.along * along.y + middle.across * along.x)
            ),
            along: along,
            length: scale * (right - left + 2 * margin),
            height: scale * (bottom - top + reach)
        )
    }
}

/// The directions of brightness gradients over a page, by tile.
private struct GradientField {
    struct Group {
        var tiles: [(column: Int, row: Int)]
        var sum: (xx: Double, yy: Double, xy: Double)
    }

    private let sums: [gradient_sums]
    private let columns: Int
    private let rows: Int
    /// The direction of each tile, as the cosine and sine of twice the angle; nil if there is no clear direction.
    private var directions: [(x: Double, y: Double)?]

    init(sums: [gradient_sums], columns: Int, rows: Int) {
        self.sums = sums
        self.columns = columns
        self.rows = rows
        directions = sums.indices.map { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            var (xx, yy, xy) = (0.0, 0.0, 0.0)
            for y in max(row - 1, 0)...min(row + 1, rows - 1) {
                for x in max(column - 1, 0)...min(column + 1, columns - 1) {
                    let tile = sums[y * columns + x]
                    xx += Double(tile.xx)
                    yy += Double(tile.yy)
                    xy += Double(tile.xy)
                }
            }
            let energy = xx + yy
            let strength = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
            guard energy > Self.faintest, strength > Self.clearest * energy else { return nil }
            return ((xx - yy) / strength, 2 * xy / strength)
        }
    }

    /// Nine tiles of 32 samples with a gradient of about six grey levels each.
    private static let faintest = 9.0 * 32 * 40
    private static let clearest = 0.7

    /// Removes and returns the connected tiles around the one at `index` with about the same direction.
    mutating func takeGroup(at index: Int) -> Group? {
        guard let direction = directions[index] else { return nil }
        var group = Group(tiles: [], sum: (0, 0, 0))
        var open = [index]
        directions[index] = nil
        while let next = open.popLast() {
            let (row, column) = next.quotientAndRemainder(dividingBy: columns)
            group.tiles.append((column, row))
            group.sum.xx += Double(sums[next].xx)
            group.sum.yy += Double(sums[next].yy)
            group.sum.xy += Double(sums[next].xy)
            for y in max(row - 1, 0)...min(row + 1, rows - 1) {
                for x in max(column - 1, 0)...min(column + 1, columns - 1) {
                    let neighbour = y * columns + x
                    guard let other = directions[neighbour],
                        other.x * direction.x + other.y * direction.y > Self.parallel
                    else { continue }
                    directions[neighbour] = nil
                    open.append(neighbour)
                }
            }
        }
        return group
    }

    /// Fifteen degrees, as the cosine of twice the angle.
    private static let parallel = 0.866
}

extension BarStrip {
    /// Rotates the strip for the best contrast of its bars; gradients of bars only a few pixels wide are skewed.
    fileprivate func upright(in page: borrowing GreyImage) -> BarStrip {
        var best = (contrast: contrast(in: page), strip: self)
        for step in [2.0, 2, 1, 0.5, 0.25] {
            let start = best.strip
            for degrees in [-step, step] {
                let turned = start.turned(degrees: degrees)
                let contrast = turned.contrast(in: page)
                if contrast > best.contrast { best = (contrast, turned) }
            }
        }
        return best.strip
    }

    private func turned(degrees: Double) -> BarStrip {
        let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        var strip = self
        strip.along = (along.x * cosine - along.y * sine, along.x * sine + along.y * cosine)
        return strip
    }

    /// The contrast of the middle part, where the bars are, in some of the rows.
    private func contrast(in page: borrowing GreyImage) -> Float {
        let width = max(1, Int(length * 0.8))
        let height = max(1, min(12, Int(height * 0.8)))
        let map = map(width: width, height: height, right: along, step: self.height * 0.8 / Double(height))
        return measure_strip(page.picture, Int32(width), Int32(height), map.forC)
    }

    /// The mapping from a picture of this strip to the page; rows are `step` pixels of the page apart.
    fileprivate func map(width: Int, height: Int, right: (x: Double, y: Double), step: Double) -> StripMap {
        let down = (x: -along.y * step, y: along.x * step)
        let origin = (
            x: middle.x - right.x * Double(width - 1) / 2 - down.x * Double(height - 1) / 2,
            y: middle.y - right.y * Double(width - 1) / 2 - down.y * Double(height - 1) / 2
        )
        return StripMap(origin: origin, right: right, down: down)
    }
}

private struct StripMap {
    let origin: (x: Double, y: Double)
    let right: (x: Double, y: Double)
    let down: (x: Double, y: Double)

    var forC: strip_map {
        strip_map(
            x: Float(origin.x),
            y: Float(origin.y),
            right_x: Float(right.x),
            right_y: Float(right.y),
            down_x: Float(down.x),
            down_y: Float(down.y)
        )
    }
}

extension RenderedImage {
    /// The `strip` of the page `image` with its bars upright and wide enough to be distinguished.
    static func straightened(
        _ image: borrowing GreyImage,
        _ strip: BarStrip
    ) throws(ImageDecodingError) -> RenderedImage {
        let scale = strip.length < 400 ? 3.0 : strip.length < 1000 ? 2 : 1
        let width = max(1, Int(strip.length * scale))
        let height = max(1, min(Int(strip.height), 40))
        let step = strip.height / Double(height)
        let rows = step < 1.5 ? 2 : 4
        let result = try GreyImage(width: width, height: height)
        let right = (x: strip.along.x / scale, y: strip.along.y / scale)
        let map = strip.map(width: width, height: height, right: right, step: step)
        render_strip(image.picture, result.pixels.baseAddress, Int32(width), Int32(height), map.forC, Int32(rows), true)
        return RenderedImage(result, placement: .strip(origin: map.origin, right: map.right, down: map.down))
    }
}

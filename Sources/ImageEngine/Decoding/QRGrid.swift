internal import CImageRendering
internal import Glibc
internal import ImageDecoding

/// A grid of modules over a picture of a QR code, which follows the code where the paper bends.
struct QRGrid {
    let pattern: QRPattern
    /// `side` × `side` nodes, row by row.
    private(set) var nodes: [grid_node]
    private(set) var side = 2
    /// The length of a module's edge in pixels.
    let module: Float

    /// Creates a grid from the centres of the finder patterns; the fourth corner completes a parallelogram.
    init(
        pattern: QRPattern,
        topLeft: (x: Float, y: Float),
        topRight: (x: Float, y: Float),
        bottomLeft: (x: Float, y: Float)
    ) {
        self.pattern = pattern
        let span = Float(pattern.dimension - 7)
        let right = (x: (topRight.x - topLeft.x) / span, y: (topRight.y - topLeft.y) / span)
        let down = (x: (bottomLeft.x - topLeft.x) / span, y: (bottomLeft.y - topLeft.y) / span)
        let end = Float(pattern.dimension) - 3.5
        nodes = [(-3.5, -3.5), (end, -3.5), (-3.5, end), (end, end)].map { (column: Float, row: Float) in
            grid_node(x: topLeft.x + column * right.x + row * down.x, y: topLeft.y + column * right.y + row * down.y)
        }
        module = (hypotf(right.x, right.y) + hypotf(down.x, down.y)) / 2
    }

    /// The corners of the code, in order around it.
    var corners: [PixelPoint] {
        [0, side - 1, side * side - 1, side * (side - 1)].map {
            PixelPoint(x: Int(nodes[$0].x.rounded()), y: Int(nodes[$0].y.rounded()))
        }
    }

    /// How well the timing patterns match near the finder patterns: 1 when all of their modules have the expected
    /// colour, about 0 without timing patterns.
    func timing(in picture: borrowing QRPicture) -> Float {
        let end = pattern.dimension - 8
        let near = 8..<min(end, 8 + Self.timingReach)
        let far = max(8, end - Self.timingReach)..<end
        let parts = [
            picture.measure(self, columns: near, rows: 6..<7), picture.measure(self, columns: 6..<7, rows: near),
            picture.measure(self, columns: far, rows: 6..<7), picture.measure(self, columns: 6..<7, rows: far),
        ]
        return parts.reduce(0) { $0 + $1.agreement } / max(parts.reduce(0) { $0 + $1.known }, 1)
    }

    /// The distance from a finder pattern, in modules, up to which bent paper deviates little from a plane.
    private static let timingReach = 14

    /// The version that the code states beside two of its finder patterns (ISO/IEC 18004, 7.10); nil when neither can
    /// be read.
    func namedVersion(in picture: borrowing QRPicture) -> Int? {
        let modules = picture.modules(under: self)
        let dimension = pattern.dimension
        var best = (distance: 4, version: 0)
        for isBelow in [false, true] {
            var bits = 0
            for index in 0..<18 {
                let (place, other) = (dimension - 11 + index % 3, index / 3)
                let module = isBelow ? place * dimension + other : other * dimension + place
                bits |= Int(modules[module]) << index
            }
            for version in 7...40 {
                let distance = (bits ^ Self.versionBits(version)).nonzeroBitCount
                if distance < best.distance { best = (distance, version) }
            }
        }
        return best.version > 0 ? best.version : nil
    }

    /// A version with its twelve error correction bits (ISO/IEC 18004, annex D).
    private static func versionBits(_ version: Int) -> Int {
        var rest = version << 12
        for bit in (12..<18).reversed() where rest >> bit & 1 == 1 { rest ^= 0x1F25 << (bit - 12) }
        return version << 12 | rest
    }

    /// Locates the alignment patterns one after another, each predicted from its neighbours, and fits the grid to
    /// them.
    mutating func followAlignment(in picture: borrowing QRPicture) {
        let places = QRPattern.alignmentPlaces(dimension: pattern.dimension)
        guard places.count > 2 else { return }
        let flat = places.map { row in places.map { at(Float($0) + 0.5, Float(row) + 0.5) } }
        var points = flat
        let right = edge(from: 0, to: 1)
        let down = edge(from: 0, to: 2)
        let last = places.count - 1
        for row in 0...last {
            for column in 0...last {
                let isFinder = (row == 0 && column == 0) || (row == 0 && column == last) || (row == last && column == 0)
                guard !isFinder else { continue }
                var guess = flat[row][column]
                if row > 0, column > 0 {
                    let (above, left, corner) = (
                        points[row - 1][column], points[row][column - 1], points[row - 1][column - 1]
                    )
                    guess = (above.x + left.x - corner.x, above.y + left.y - corner.y)
                } else {
                    let (last, lastFlat) =
                        row > 0 ? (points[row - 1][0], flat[row - 1][0]) : (points[0][column - 1], flat[0][column - 1])
                    guess = (guess.x + last.x - lastFlat.x, guess.y + last.y - lastFlat.y)
                }
                points[row][column] = picture.alignment(near: guess, right: right, down: down)
            }
        }
        lay(through: points, at: places.map { Float($0) + 0.5 })
    }

    /// The position in the picture of a point of the grid, given in modules, while there are four nodes.
    private func at(_ column: Float, _ row: Float) -> (x: Float, y: Float) {
        let (u, v) = (column / Float(pattern.dimension), row / Float(pattern.dimension))
        let weights = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v]
        return zip(weights, nodes).reduce((0, 0)) { ($0.x + $1.0 * $1.1.x, $0.y + $1.0 * $1.1.y) }
    }

    private mutating func lay(through points: [[(x: Float, y: Float)]], at places: [Float]) {
        side = 17
        nodes = (0..<side * side).map { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: side)
            let span = Float(pattern.dimension) / Float(side - 1)
            let (i, u) = Self.interval(of: Float(column) * span, in: places)
            let (j, v) = Self.interval(of: Float(row) * span, in: places)
            let corners = [points[j][i], points[j][i + 1], points[j + 1][i], points[j + 1][i + 1]]
            let weights = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v]
            return zip(weights, corners).reduce(grid_node(x: 0, y: 0)) {
                grid_node(x: $0.x + $1.0 * $1.1.x, y: $0.y + $1.0 * $1.1.y)
            }
        }
    }

    /// The interval that contains a point, and its fraction from the start; outside all places it is extrapolated.
    private static func interval(of point: Float, in places: [Float]) -> (index: Int, share: Float) {
        let index = min(max((places.firstIndex { $0 > point } ?? places.count) - 1, 0), places.count - 2)
        return (index, (point - places[index]) / (places[index + 1] - places[index]))
    }

    /// Moves the corner without a finder pattern to where the adjacent alignment pattern matches best.
    mutating func placeFourthCorner(in picture: borrowing QRPicture) {
        guard pattern.dimension > 21 else { return }
        let first = pattern.dimension - 9
        let start = nodes[3]
        var best = (score: -Float.infinity, node: start)
        // In steps of half a module, up to an eighth of the code.
        let reach = max(8, pattern.dimension / 4)
        let (across, along) = (edge(from: 0, to: 1), edge(from: 0, to: 2))
        for down in -reach...reach {
            for right in -reach...reach {
                nodes[3].x = start.x + Float(right) / 2 * across.x + Float(down) / 2 * along.x
                nodes[3].y = start.y + Float(right) / 2 * across.y + Float(down) / 2 * along.y
                // Among equally good matches, the nearest is chosen.
                let match = picture.measure(self, columns: first..<(first + 5), rows: first..<(first + 5))
                let score = match.agreement - Float(right * right + down * down) / 16
                if score > best.score { best = (score, nodes[3]) }
            }
        }
        nodes[3] = best.node
    }

    /// The vector of one module along an edge.
    private func edge(from first: Int, to second: Int) -> (x: Float, y: Float) {
        let count = Float(pattern.dimension)
        return ((nodes[second].x - nodes[first].x) / count, (nodes[second].y - nodes[first].y) / count)
    }

    /// Inserts a node between each two.
    mutating func divide() {
        let more = 2 * side - 1
        var result: [grid_node] = []
        for row in 0..<more {
            for column in 0..<more {
                let near = nodes[row / 2 * side + column / 2]
                let far = nodes[(row + 1) / 2 * side + (column + 1) / 2]
                let right = nodes[row / 2 * side + (column + 1) / 2]
                let below = nodes[(row + 1) / 2 * side + column / 2]
                result.append(
                    grid_node(x: (near.x + far.x + right.x + below.x) / 4, y: (near.y + far.y + right.y + below.y) / 4)
                )
            }
        }
        nodes = result
        side = more
    }

    /// Moves each node to where the surrounding modules have the best contrast, in decreasing steps.
    mutating func settle(in picture: borrowing QRPicture, steps: [Float]) {
        for step in steps {
            for _ in 0..<2 {
                var moved = false
                for index in nodes.indices where settle(index, by: step * module, in: picture) { moved = true }
                if !moved { break }
            }
        }
    }

    private mutating func settle(_ index: Int, by step: Float, in picture: borrowing QRPicture) -> Bool {
        let (row, column) = index.quotientAndRemainder(dividingBy: side)
        let (columns, rows) = (modules(around: column), modules(around: row))
        let start = nodes[index]
        var best = (score: picture.score(self, columns: columns, rows: rows), node: start)
        var moved = false
        for (x, y) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)] as [(Float, Float)] {
            nodes[index] = grid_node(x: start.x + x * step, y: start.y + y * step)
            let score = picture.score(self, columns: columns, rows: rows)
            if score > best.score {
                best = (score, nodes[index])
                moved = true
            }
        }
        nodes[index] = best.node
        return moved
    }

    /// The modules whose position depends on the node at `index` of a row or column.
    private func modules(around index: Int) -> Range<Int> {
        let width = pattern.dimension / (side - 1)
        return max((index - 1) * width, 0)..<min((index + 1) * width + 1, pattern.dimension)
    }

    var modulesBetweenNodes: Int { pattern.dimension / (side - 1) }
}

/// A picture in which QR codes are searched, with the mean brightness around each pixel.
struct QRPicture: ~Copyable {
    let image: GreyImage
    let mean: GreyImage

    init(_ image: consuming GreyImage, radius: Int) throws(ImageDecodingError) {
        let mean = try GreyImage(width: image.width, height: image.height)
        guard render_mean(image.picture, mean.pixels.baseAddress, Int32(radius)) else { throw .memoryLimit }
        self.mean = mean
        self.image = image
    }

    func measure(_ grid: borrowing QRGrid, columns: Range<Int>, rows: Range<Int>) -> grid_measure {
        measure_grid(
            image.picture,
            mean.picture,
            grid.nodes,
            Int32(grid.side),
            grid.pattern.known,
            Int32(grid.pattern.dimension),
            Int32(columns.lowerBound),
            Int32(rows.lowerBound),
            Int32(columns.upperBound),
            Int32(rows.upperBound)
        )
    }

    /// The contrast of these modules, with known modules weighted more.
    func score(_ grid: borrowing QRGrid, columns: Range<Int>, rows: Range<Int>) -> Float {
        let sums = measure(grid, columns: columns, rows: rows)
        return sums.data + 3 * sums.agreement
    }

    /// The position near `guess` at which the alignment pattern matches best.
    func alignment(
        near guess: (x: Float, y: Float),
        right: (x: Float, y: Float),
        down: (x: Float, y: Float)
    ) -> (x: Float, y: Float) {
        var best = (score: -Float.infinity, point: guess)
        for row in -18...18 {
            for column in -18...18 {
                let (u, v) = (Float(column) / 3, Float(row) / 3)
                let point = (x: guess.x + u * right.x + v * down.x, y: guess.y + u * right.y + v * down.y)
                let corner = grid_node(x: point.x - 2.5 * (right.x + down.x), y: point.y - 2.5 * (right.y + down.y))
                let nodes = [
                    corner, grid_node(x: corner.x + 5 * right.x, y: corner.y + 5 * right.y),
                    grid_node(x: corner.x + 5 * down.x, y: corner.y + 5 * down.y),
                    grid_node(x: corner.x + 5 * (right.x + down.x), y: corner.y + 5 * (right.y + down.y)),
                ]
                let sums = measure_grid(image.picture, mean.picture, nodes, 2, QRPattern.alignment, 5, 0, 0, 5, 5)
                let score = sums.agreement * (1 - (u * u + v * v) / 150)
                if score > best.score { best = (score, point) }
            }
        }
        return best.point
    }

    /// The modules under `grid`, with the known modules set to their required values.
    func modules(under grid: QRGrid) -> [UInt8] {
        var modules = [UInt8](repeating: 0, count: grid.pattern.known.count)
        let side = Int32(grid.side)
        let dimension = Int32(grid.pattern.dimension)
        sample_grid(image.picture, mean.picture, grid.nodes, side, dimension, grid.module / 4, &modules)
        for (index, value) in grid.pattern.known.enumerated() where value != 0 { modules[index] = value > 0 ? 1 : 0 }
        return modules
    }
}

internal import Barcodes
internal import CImageRendering
internal import Glibc
internal import ImageDecoding

/// Reads QR codes that are bent, blurred or have very many modules.
///
/// It lays a grid over each code, fits it to the paper, and passes the sampled modules to ZXing as a clean picture.
/// ZXing and libzbar assume that a code is flat; they correct errors, so that a grid that does not fit yields no
/// code.
struct QRGridReader {
    let budget: DecodingBudget

    /// The QR codes in `page`, except those whose middle `isKnown` accepts.
    func read(
        _ page: borrowing GreyImage,
        except isKnown: (PixelPoint) -> Bool
    ) throws(ImageDecodingError) -> (readings: [CodeReading], placement: Placement) {
        let scaled = try RenderedImage.scaled(page)
        let placement = scaled.placement
        var triples = Self.triples(of: try Self.finders(in: scaled.image))
        if triples.isEmpty {
            // For modules drawn as outlines, or full of specks.
            triples = Self.triples(of: try Self.finders(in: try scaled.softened(radius: 5).image))
        }
        var readings: [CodeReading] = []
        var used: Set<Int> = []
        for triple in triples where used.isDisjoint(with: triple.indices) && !budget.isSpent {
            let middle = placement.onPage(x: Int(triple.middle.x), y: Int(triple.middle.y))
            guard !isKnown(PixelPoint(x: Int(middle.x), y: Int(middle.y))) else { continue }
            let radius = max(2, Int((triple.module * 3.5).rounded()))
            let copy = try RenderedImage.copied(scaled.image)
            let picture = try QRPicture(copy.image, radius: radius)
            if let reading = try read(triple, in: picture) {
                readings.append(reading)
                used.formUnion(triple.indices)
            }
        }
        return (readings, placement)
    }

    private func read(_ triple: Triple, in picture: borrowing QRPicture) throws(ImageDecodingError) -> CodeReading? {
        var grids: [(timing: Float, grid: QRGrid)] = []
        var versions = triple.versions
        var faintest = Self.faintestTiming
        if let likely = triple.versions.last, likely >= 7, let grid = grid(version: triple.likelyVersion, over: triple),
            let named = grid.namedVersion(in: picture), versions.contains(named)
        {
            versions = [named]
            faintest = Self.faintestTiming / 2
        }
        for version in versions {
            guard let grid = grid(version: version, over: triple) else { continue }
            grids.append((grid.timing(in: picture), grid))
        }
        grids.sort { $0.timing > $1.timing }
        for (timing, start) in grids.prefix(2) where timing > faintest {
            if let reading = try decode(start, in: picture) { return reading }
            if start.pattern.dimension > Self.largestWithOneAlignment {
                var grid = start
                grid.followAlignment(in: picture)
                if let reading = try decode(grid, in: picture) { return reading }
                grid.settle(in: picture, steps: [0.3, 0.15])
                if let reading = try decode(grid, in: picture) { return reading }
            }
            var grid = start
            grid.placeFourthCorner(in: picture)
            if let reading = try decode(grid, in: picture) { return reading }
            grid.settle(in: picture, steps: [0.5, 0.25])
            if let reading = try decode(grid, in: picture) { return reading }
            while grid.modulesBetweenNodes > Self.fewestBetweenNodes, !budget.isSpent {
                grid.divide()
                grid.settle(in: picture, steps: [0.6, 0.3, 0.15])
                if let reading = try decode(grid, in: picture) { return reading }
            }
        }
        return nil
    }

    private func grid(version: Int, over triple: Triple) -> QRGrid? {
        guard let pattern = QRPattern(dimension: 17 + 4 * version) else { return nil }
        return QRGrid(
            pattern: pattern,
            topLeft: triple.topLeft,
            topRight: triple.topRight,
            bottomLeft: triple.bottomLeft
        )
    }

    private func decode(_ grid: QRGrid, in picture: borrowing QRPicture) throws(ImageDecodingError) -> CodeReading? {
        let modules = picture.modules(under: grid)
        let dimension = grid.pattern.dimension
        let clean = try GreyImage(
            width: (dimension + 2 * Self.quiet) * Self.edge,
            height: (dimension + 2 * Self.quiet) * Self.edge
        )
        for y in 0..<clean.height {
            let row = y / Self.edge - Self.quiet
            for x in 0..<clean.width {
                let column = x / Self.edge - Self.quiet
                let isInside = (0..<dimension).contains(row) && (0..<dimension).contains(column)
                clean.pixels[y * clean.width + x] = isInside && modules[row * dimension + column] == 1 ? 0 : 255
            }
        }
        guard let reading = try ZXingReader.readPureMatrix(clean) else { return nil }
        return CodeReading(
            symbology: reading.symbology,
            aim: reading.aim,
            bytes: reading.bytes,
            quality: reading.quality,
            corners: grid.corners,
            isUpright: false
        )
    }

    /// Chance seldom yields a third of the match of a timing pattern.
    private static let faintestTiming: Float = 0.35
    /// The dimension of version 6; larger codes have more than one alignment pattern.
    private static let largestWithOneAlignment = 41
    /// With fewer modules, the position of a node cannot be determined reliably.
    private static let fewestBetweenNodes = 7
    private static let quiet = 4
    private static let edge = 3
}

extension QRGridReader {
    /// Three finder patterns that may belong to one code.
    fileprivate struct Triple {
        let indices: [Int]
        let topLeft: (x: Float, y: Float)
        let topRight: (x: Float, y: Float)
        let bottomLeft: (x: Float, y: Float)
        /// The edge of a module, in pixels.
        let module: Float
        /// The deviation from a square.
        let error: Float

        var middle: (x: Float, y: Float) { ((topRight.x + bottomLeft.x) / 2, (topRight.y + bottomLeft.y) / 2) }

        /// The possible versions of the code.
        var versions: [Int] {
            let slack = max(1, likelyVersion / 6)
            return (likelyVersion - slack...likelyVersion + slack).filter { (1...40).contains($0) }
        }

        var likelyVersion: Int {
            let right = hypotf(topRight.x - topLeft.x, topRight.y - topLeft.y)
            let down = hypotf(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y)
            return min(max(Int((((right + down) / 2 / module + 7 - 17) / 4).rounded()), 1), 40)
        }

        init?(_ first: Int, _ second: Int, _ third: Int, of marks: [finder_mark]) {
            let (corner, one, other) = (marks[first], marks[second], marks[third])
            let smallest = min(corner.module, one.module, other.module)
            let largest = max(corner.module, one.module, other.module)
            guard largest < 1.7 * smallest else { return nil }
            let right = (x: one.x - corner.x, y: one.y - corner.y)
            let down = (x: other.x - corner.x, y: other.y - corner.y)
            // In a picture from the front, the bottom left pattern is clockwise from the top right one.
            guard right.x * down.y - right.y * down.x > 0 else { return nil }
            let lengths = (hypotf(right.x, right.y), hypotf(down.x, down.y))
            let cosine = (right.x * down.x + right.y * down.y) / (lengths.0 * lengths.1)
            let ratio = max(lengths.0, lengths.1) / min(lengths.0, lengths.1)
            // A row crosses a rotated pattern on a longer path.
            let turn = max(abs(right.x), abs(right.y)) / lengths.0
            let edge = (corner.module + one.module + other.module) / 3 * turn
            guard abs(cosine) < 0.45, ratio < 1.8, min(lengths.0, lengths.1) > 12 * edge,
                max(lengths.0, lengths.1) < 185 * edge
            else { return nil }
            indices = [first, second, third]
            topLeft = (corner.x, corner.y)
            topRight = (one.x, one.y)
            bottomLeft = (other.x, other.y)
            module = edge
            error = abs(cosine) + (ratio - 1) + (largest / smallest - 1)
        }
    }

    fileprivate static func finders(in image: borrowing GreyImage) throws(ImageDecodingError) -> [finder_mark] {
        let binary = try GreyImage(width: image.width, height: image.height)
        guard render_threshold(image.picture, binary.pixels.baseAddress, 24, 4) else { throw .memoryLimit }
        var marks = [finder_mark](repeating: finder_mark(x: 0, y: 0, module: 0, rows: 0), count: most)
        let count = Int(find_finders(binary.picture, &marks, Int32(most)))
        return Array(marks.prefix(count).filter { $0.rows > 1 }.sorted { $0.rows > $1.rows }.prefix(likeliest))
    }

    fileprivate static func triples(of marks: [finder_mark]) -> [Triple] {
        var found: [Triple] = []
        for first in marks.indices {
            for second in marks.indices where second != first {
                for third in marks.indices where third != first && third != second {
                    if let triple = Triple(first, second, third, of: marks) { found.append(triple) }
                }
            }
        }
        return Array(found.sorted { $0.error < $1.error }.prefix(mostTriples))
    }

    private static let most = 256
    private static let likeliest = 12
    private static let mostTriples = 8
}

extension RenderedImage {
    fileprivate func softened(radius: Int) throws(ImageDecodingError) -> RenderedImage {
        let result = try GreyImage(width: image.width, height: image.height)
        guard render_mean(image.picture, result.pixels.baseAddress, Int32(radius)) else { throw .memoryLimit }
        return RenderedImage(result, placement: placement)
    }

    /// The page `image` with a white margin, at a scale at which the modules of its QR codes are likely to have
    /// several pixels.
    fileprivate static func scaled(_ image: borrowing GreyImage) throws(ImageDecodingError) -> RenderedImage {
        let longer = image.longerSide
        guard longer <= 900 else { return try reduced(image, to: 1600) }
        let scale = longer <= 450 ? 3.0 : 2.0
        let margin = 8.0
        let width = Int((Double(image.width) + 2 * margin) * scale)
        let height = Int((Double(image.height) + 2 * margin) * scale)
        let result = try GreyImage(width: width, height: height)
        let start = 0.5 / scale - 0.5 - margin
        let map = strip_map(
            x: Float(start),
            y: Float(start),
            right_x: Float(1 / scale),
            right_y: 0,
            down_x: 0,
            down_y: Float(1 / scale)
        )
        render_strip(image.picture, result.pixels.baseAddress, Int32(width), Int32(height), map, 1, false)
        return RenderedImage(
            result,
            placement: .strip(origin: (start, start), right: (1 / scale, 0), down: (0, 1 / scale))
        )
    }
}

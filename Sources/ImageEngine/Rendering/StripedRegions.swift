internal import CImageRendering
internal import Glibc
internal import ImageDecoding

/// Finds the parts of a large page that look like linear codes, so that not all of it must be read pixel by pixel.
enum StripedRegions {
    /// Disjoint boxes that include the white beside the bars.
    ///
    /// Nil when there are so many or such large boxes that reading the whole page is as fast.
    static func find(in page: borrowing GreyImage) throws(ImageDecodingError) -> [PixelBox]? {
        let columns = page.width / tile
        let rows = page.height / tile
        guard columns > 0, rows > 0 else { return nil }
        guard let marks = calloc(columns * rows, 1)?.assumingMemoryBound(to: UInt8.self) else { throw .memoryLimit }
        defer { free(marks) }
        find_striped_tiles(page.picture, marks, Int32(tile))
        var boxes: [PixelBox] = []
        for index in 0..<columns * rows where marks[index] == 1 {
            guard let box = takeGroup(at: index, columns: columns, rows: rows, from: marks) else { continue }
            let margin = 2
            boxes.append(
                PixelBox(
                    left: max(box.left - margin, 0) * tile,
                    top: max(box.top - margin, 0) * tile,
                    right: min((box.right + margin) * tile, page.width),
                    bottom: min((box.bottom + margin) * tile, page.height)
                )
            )
            guard boxes.count <= most else { return nil }
        }
        let apart = joined(boxes)
        let area = apart.reduce(0) { $0 + $1.width * $1.height }
        return area * 2 > page.width * page.height ? nil : apart
    }

    /// In pixels: half the height of a small label.
    private static let tile = 32
    private static let most = 200
    /// A code covers more tiles than the edge of a box or a word does.
    private static let fewestTiles = 4

    /// Unmarks the connected marked tiles around the one at `index`, and returns their bounding box in tiles; nil
    /// when they are too few.
    private static func takeGroup(
        at index: Int,
        columns: Int,
        rows: Int,
        from marks: UnsafeMutablePointer<UInt8>
    ) -> PixelBox? {
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        var box = PixelBox(left: column, top: row, right: column + 1, bottom: row + 1)
        var open = [index]
        var count = 0
        marks[index] = 0
        while let next = open.popLast() {
            let (row, column) = next.quotientAndRemainder(dividingBy: columns)
            box = box.joined(with: PixelBox(left: column, top: row, right: column + 1, bottom: row + 1))
            count += 1
            for y in max(row - 1, 0)...min(row + 1, rows - 1) {
                for x in max(column - 1, 0)...min(column + 1, columns - 1) where marks[y * columns + x] == 1 {
                    marks[y * columns + x] = 0
                    open.append(y * columns + x)
                }
            }
        }
        return count >= fewestTiles ? box : nil
    }

    private static func joined(_ boxes: [PixelBox]) -> [PixelBox] {
        var rest = boxes
        var apart: [PixelBox] = []
        while var box = rest.popLast() {
            while let index = rest.firstIndex(where: box.overlaps) { box = box.joined(with: rest.remove(at: index)) }
            // The box may now overlap one that was completed earlier.
            if let index = apart.firstIndex(where: box.overlaps) {
                rest.append(box.joined(with: apart.remove(at: index)))
            } else {
                apart.append(box)
            }
        }
        return apart.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }
}

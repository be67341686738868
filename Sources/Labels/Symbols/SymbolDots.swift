import Glibc

/// The dots of a symbol's box as they are printed, viewed upright; 0 is black, 255 white.
struct SymbolDots {
    let width: Int
    let height: Int
    private(set) var dots: [UInt8]

    /// Creates the dots that `bars`, in dots of the page, draw in the box of a placement.
    init(of placement: SymbolPlacement, drawn bars: [DotBox]) {
        let size = placement.box.size(turned: placement.turn)
        width = size.width
        height = size.height
        dots = [UInt8](repeating: 255, count: width * height)
        // The inverse of the placement's turn.
        let back = DotBox(x: 0, y: 0, width: width, height: height)
        let turn: QuarterTurn =
            switch placement.turn {
            case .none: .none
            case .right: .left
            case .over: .over
            case .left: .right
            }
        let (width, height) = (width, height)
        let inside = bars.map { bar in
            back.place(
                DotBox(x: bar.x - placement.box.x, y: bar.y - placement.box.y, width: bar.width, height: bar.height),
                turned: turn
            )
        }
        // Bars of equal height, as in linear symbols, are drawn in one line of dots, which is then repeated.
        let first = inside.first
        let isUniform = inside.allSatisfy { $0.y == first?.y && $0.height == first?.height }
        dots.withUnsafeMutableBufferPointer { dots in
            guard let start = dots.baseAddress else { return }
            for bar in inside {
                let left = max(0, bar.x)
                let right = min(width, bar.x + bar.width)
                let foot = min(height, bar.y + (isUniform ? 1 : bar.height))
                guard left < right else { continue }
                var y = max(0, bar.y)
                while y < foot {
                    memset(start + y * width + left, 0, right - left)
                    y += 1
                }
            }
            guard isUniform, let bar = first, bar.y >= 0, bar.y < height else { return }
            let line = start + bar.y * width
            var y = bar.y + 1
            while y < min(height, bar.y + bar.height) {
                memcpy(start + y * width, line, width)
                y += 1
            }
        }
    }

    /// Creates the dots of the box from a finished page.
    init(of placement: SymbolPlacement, in raster: LabelRaster) {
        let size = placement.box.size(turned: placement.turn)
        width = size.width
        height = size.height
        dots = [UInt8](repeating: 255, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let dot = placement.box.place(DotBox(x: x, y: y, width: 1, height: 1), turned: placement.turn)
                if raster.isBlack(dot.x, dot.y) { dots[y * width + x] = 0 }
            }
        }
    }

    /// Returns one dot for each module, or nil if a module is not completely black or white, or if there is ink in the
    /// quiet zone.
    func modules(of placement: SymbolPlacement) -> [UInt8]? {
        let (columns, rows) = (placement.pattern.width, placement.pattern.height)
        let (across, down) = (placement.dotsPerModule, placement.dotsDown)
        let right = placement.left + columns * across
        let foot = placement.top + rows * down
        var modules = [UInt8](repeating: 255, count: columns * rows)
        return dots.withUnsafeBufferPointer { dots in
            guard let start = dots.baseAddress else { return nil }
            for y in 0..<height {
                let line = start + y * width
                let (row, within) = (y - placement.top).quotientAndRemainder(dividingBy: down)
                guard y >= placement.top, y < foot else {
                    guard Self.isWhite(line, 0..<width) else { return nil }
                    continue
                }
                // All lines of dots in a row of modules must be equal.
                if within > 0 {
                    guard memcmp(line, line - width, width) == 0 else { return nil }
                    continue
                }
                guard Self.isWhite(line, 0..<placement.left), Self.isWhite(line, right..<width) else { return nil }
                var x = placement.left
                for column in row * columns..<(row + 1) * columns {
                    guard memcmp(line + x, line + x + 1, across - 1) == 0 else { return nil }
                    modules[column] = line[x]
                    x += across
                }
            }
            return modules
        }
    }

    private static func isWhite(_ line: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return true }
        return line[first] == 255 && memcmp(line + first, line + first + 1, range.count - 1) == 0
    }
}

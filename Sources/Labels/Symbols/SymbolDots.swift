/// The dots of a symbol's box as they go to paper, looked at upright; 0 is black, 255 white.
struct SymbolDots {
    let width: Int
    let height: Int
    private(set) var dots: [UInt8]

    /// What `bars` leave in the box of a placement, bars being dots of the page.
    init(of placement: SymbolPlacement, drawn bars: [DotBox]) {
        let size = placement.box.size(turned: placement.turn)
        width = size.width
        height = size.height
        dots = [UInt8](repeating: 255, count: width * height)
        // Turned back by as much as the placement turned it.
        let back = DotBox(x: 0, y: 0, width: width, height: height)
        let turn: QuarterTurn =
            switch placement.turn {
            case .none: .none
            case .right: .left
            case .over: .over
            case .left: .right
            }
        for bar in bars {
            let part = DotBox(
                x: bar.x - placement.box.x,
                y: bar.y - placement.box.y,
                width: bar.width,
                height: bar.height
            )
            fill(back.place(part, turned: turn))
        }
    }

    /// The same box out of a finished page.
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

    /// One dot for each module, or nil when a module is not wholly black or white, or ink is in the quiet zone.
    func modules(of placement: SymbolPlacement) -> [UInt8]? {
        let (columns, rows) = (placement.pattern.width, placement.pattern.height)
        let (across, down) = (placement.dotsPerModule, placement.dotsDown)
        let right = placement.left + columns * across
        let foot = placement.top + rows * down
        var modules = [UInt8](repeating: 255, count: columns * rows)
        return dots.withUnsafeBufferPointer { dots in
            for y in 0..<height {
                let line = y * width
                guard y >= placement.top, y < foot else {
                    for x in 0..<width where dots[line + x] != 255 { return nil }
                    continue
                }
                for x in 0..<placement.left where dots[line + x] != 255 { return nil }
                for x in right..<width where dots[line + x] != 255 { return nil }
                let (row, within) = (y - placement.top).quotientAndRemainder(dividingBy: down)
                var x = line + placement.left
                for column in row * columns..<(row + 1) * columns {
                    let first = dots[x]
                    if within == 0 { modules[column] = first } else if modules[column] != first { return nil }
                    for dot in x + 1..<x + across where dots[dot] != first { return nil }
                    x += across
                }
            }
            return modules
        }
    }

    private mutating func fill(_ part: DotBox) {
        let left = max(0, part.x)
        let right = min(width, part.x + part.width)
        guard left < right else { return }
        for y in max(0, part.y)..<max(max(0, part.y), min(height, part.y + part.height)) {
            dots.withUnsafeMutableBufferPointer { dots in
                dots[y * width + left..<y * width + right].update(repeating: 0)
            }
        }
    }
}

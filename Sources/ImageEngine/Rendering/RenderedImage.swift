internal import CImageRendering
internal import ImageDecoding

/// A rendering of a page: its pixels and their placement on the page.
struct RenderedImage: ~Copyable {
    let image: GreyImage
    let placement: Placement

    init(_ image: consuming GreyImage, placement: Placement) {
        self.image = image
        self.placement = placement
    }
}

/// The operations that renderings are made of; each returns a new picture.
extension RenderedImage {
    /// The page `image`, reduced so that its longer side has at most `side` pixels.
    static func reduced(_ image: borrowing GreyImage, to side: Int) throws(ImageDecodingError) -> RenderedImage {
        let longer = image.longerSide
        guard longer > side else { return try copied(image) }
        let width = max(1, (image.width * side + longer / 2) / longer)
        let height = max(1, (image.height * side + longer / 2) / longer)
        return try shrunk(image, width: width, height: height)
    }

    /// The page `image`, reduced to `1/factor` of its size.
    static func reduced(_ image: borrowing GreyImage, by factor: Int) throws(ImageDecodingError) -> RenderedImage {
        try shrunk(image, width: max(1, image.width / factor), height: max(1, image.height / factor))
    }

    /// The page `image` at four times its size in a white margin, with a shorter side of at least 24 pixels.
    static func thickened(_ image: borrowing GreyImage) throws(ImageDecodingError) -> RenderedImage {
        func scale(_ side: Int) -> Double { max(4, (24 / Double(side)).rounded(.up)) }
        let (across, down) = (scale(image.width), scale(image.height))
        let margin = 40
        let result = try GreyImage(
            width: image.width * Int(across) + 2 * margin,
            height: image.height * Int(down) + 2 * margin
        )
        let origin = (x: 0.5 / across - 0.5 - Double(margin) / across, y: 0.5 / down - 0.5 - Double(margin) / down)
        let map = strip_map(
            x: Float(origin.x),
            y: Float(origin.y),
            right_x: Float(1 / across),
            right_y: 0,
            down_x: 0,
            down_y: Float(1 / down)
        )
        let (width, height) = (Int32(result.width), Int32(result.height))
        render_strip(image.picture, result.pixels.baseAddress, width, height, map, 1, true)
        return RenderedImage(result, placement: .strip(origin: origin, right: (1 / across, 0), down: (0, 1 / down)))
    }

    /// An unmodified copy of the page `image`.
    static func copied(_ image: borrowing GreyImage) throws(ImageDecodingError) -> RenderedImage {
        let copy = try GreyImage(width: image.width, height: image.height)
        _ = copy.pixels.update(fromContentsOf: image.pixels)
        return RenderedImage(copy, placement: .same)
    }

    /// The part of the page `image` in `box`, which must lie inside it.
    static func cut(_ box: PixelBox, from image: borrowing GreyImage) throws(ImageDecodingError) -> RenderedImage {
        let part = try GreyImage(width: box.width, height: box.height)
        let (left, top) = (Int32(box.left), Int32(box.top))
        render_cut(image.picture, part.pixels.baseAddress, left, top, Int32(box.width), Int32(box.height))
        return RenderedImage(part, placement: .cut(left: box.left, top: box.top))
    }

    private static func shrunk(
        _ image: borrowing GreyImage,
        width: Int,
        height: Int
    ) throws(ImageDecodingError) -> RenderedImage {
        let result = try GreyImage(width: width, height: height)
        guard render_shrunk(image.picture, result.pixels.baseAddress, Int32(width), Int32(height)) else {
            throw .memoryLimit
        }
        let factors = (across: Double(image.width) / Double(width), along: Double(image.height) / Double(height))
        return RenderedImage(result, placement: .reduced(factors.across, factors.along))
    }

    func reduced(by factor: Int) throws(ImageDecodingError) -> RenderedImage {
        let result = try Self.reduced(image, by: factor)
        return RenderedImage(result.image, placement: result.placement.within(placement))
    }

    func threshold(radius: Int32, offset: Int32) throws(ImageDecodingError) -> RenderedImage {
        try sameSize { render_threshold($0, $1, radius, offset) }
    }

    func stretched(tile: Int32) throws(ImageDecodingError) -> RenderedImage {
        try sameSize { render_stretched($0, $1, tile) }
    }

    func columnMean(radius: Int32) throws(ImageDecodingError) -> RenderedImage {
        try sameSize { render_column_mean($0, $1, radius) }
    }

    func sharpened(radius: Int32, strength: Int32) throws(ImageDecodingError) -> RenderedImage {
        try sameSize { render_sharpened($0, $1, radius, strength) }
    }

    func inverted() throws(ImageDecodingError) -> RenderedImage {
        try sameSize {
            render_inverted($0, $1)
            return true
        }
    }

    func doubled(margin: Int) throws(ImageDecodingError) -> RenderedImage {
        let result = try GreyImage(width: 2 * (image.width + margin), height: 2 * (image.height + margin))
        render_doubled(image.picture, result.pixels.baseAddress, Int32(margin))
        return RenderedImage(result, placement: Placement.doubled(margin: margin).within(placement))
    }

    func transposed() throws(ImageDecodingError) -> RenderedImage {
        let result = try GreyImage(width: image.height, height: image.width)
        render_transposed(image.picture, result.pixels.baseAddress)
        return RenderedImage(result, placement: Placement.transposed.within(placement))
    }

    private func sameSize(
        _ render: (grey_picture, UnsafeMutablePointer<UInt8>?) -> Bool
    ) throws(ImageDecodingError) -> RenderedImage {
        let result = try GreyImage(width: image.width, height: image.height)
        guard render(image.picture, result.pixels.baseAddress) else { throw .memoryLimit }
        return RenderedImage(result, placement: placement)
    }
}

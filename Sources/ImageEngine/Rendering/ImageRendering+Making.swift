internal import ImageDecoding

extension ImageRendering {
    /// Makes this rendering of a page; nil when it would add nothing to other renderings.
    func make(of page: borrowing GreyImage) throws(ImageDecodingError) -> RenderedImage? {
        switch self {
        case .original, .straightened, .straightenedSharp, .gridded:
            return try RenderedImage.copied(page)
        case .reduced:
            return page.longerSide > Self.largeSide ? try RenderedImage.reduced(page, to: 1600) : nil
        case .thickened:
            return min(page.width, page.height) < Self.thin ? try RenderedImage.thickened(page) : nil
        case .threshold:
            return try RenderedImage.reduced(page, to: 1000).threshold(radius: 50, offset: 5)
        case .fineThreshold:
            return try RenderedImage.reduced(page, to: 1600).threshold(radius: 25, offset: 5)
        case .inverted:
            return try RenderedImage.reduced(page, to: 1600).inverted()
        case .enlarged:
            return try RenderedImage.reduced(page, to: 1000).doubled(margin: 16).sharpened(radius: 3, strength: 8)
        case .third:
            return page.longerSide >= 180 ? try RenderedImage.reduced(page, by: 3) : nil
        case .columnMean:
            return try RenderedImage.reduced(page, to: 1600).columnMean(radius: 4)
        case .stretched:
            return try RenderedImage.reduced(page, to: 1000).stretched(tile: 32)
        case .small:
            return page.longerSide > 800 ? try RenderedImage.reduced(page, to: 600) : nil
        }
    }

    /// The integer factor by which parts of a large page are reduced, to about the scale of ``reduced``.
    static func reducingFactor(of page: borrowing GreyImage) -> Int { max(2, (page.longerSide + 800) / 1600) }

    /// With a shorter side below this, a linear code has fewer lines than the readers need.
    private static let thin = 12

    /// Pages with at least this longer side are reduced before the whole page is searched.
    static let largeSide = 2000
}

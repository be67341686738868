internal import Barcodes
internal import CImageRendering
internal import ImageDecoding

/// Finds the codes of one page by trying renderings in order.
struct PageDecoder {
    let options: DecodingOptions
    let text: CodeText
    let budget: DecodingBudget

    /// Returns the accepted codes, and whether all intended steps were run.
    func decode(_ page: borrowing GreyImage) throws(ImageDecodingError) -> (codes: [DecodedCode], isComplete: Bool) {
        var evidence = PageEvidence(options: options)
        guard options.mode != .plain else {
            let codes = try readLibzbar(page, .same, .original, size: (page.width, page.height))
            evidence.add(codes)
            return (evidence.candidates.map(\.code), true)
        }
        var steps = LadderStep.ladder(for: options.mode)[...]
        while let step = steps.popFirst() {
            let before = evidence.sureCodes.count
            let finding: Finding
            if step.rendering.isPage {
                finding = try climb(step, page, .same, page: (page.width, page.height), &evidence)
            } else if let rendered = try step.rendering.make(of: page) {
                finding = try climb(
                    step,
                    rendered.image,
                    rendered.placement,
                    page: (page.width, page.height),
                    &evidence
                )
            } else {
                continue
            }
            if budget.isSpent { return (evidence.sureCodes, finding == .enough) }
            guard options.mode.endsEarly else { continue }
            if finding == .enough { break }
            if options.mode == .paper, evidence.holdsNoMoreBars, step.rendering == .threshold { break }
            if finding == .allBars, evidence.sureCodes.count > options.mode.sureCodesOfOne {
                let isReduced = page.longerSide > ImageRendering.largeSide
                steps = [.lastLook(isReduced: isReduced, usesSecondEngine: options.usesSecondEngine)]
            } else if finding == .allBars {
                // On a page with only QR codes, the search pixel by pixel for bars is skipped.
                evidence.holdsNoMoreBars = true
            } else if evidence.sureCodes.count > options.mode.sureCodesOfOne,
                evidence.sureCodes.count == before || evidence.holdsNoMoreBars
            {
                // Where there are several codes, another one may be hard to read, so the search continues while it
                // finds more.
                break
            }
        }
        return (evidence.sureCodes, true)
    }

    /// Half an A4 page at 200 dpi; smaller pictures are searched quickly enough.
    private static let largePaper = 1000

    private enum Finding {
        /// Further steps may find more.
        case open
        /// The search is complete.
        case enough
        /// All places that look like bars are read, if there are any; QR codes may remain.
        case allBars
    }

    /// Runs the readers of one step on `image`.
    private func climb(
        _ step: LadderStep,
        _ image: borrowing GreyImage,
        _ placement: Placement,
        page: (width: Int, height: Int),
        _ evidence: inout PageEvidence
    ) throws(ImageDecodingError) -> Finding {
        for reader in step.readers {
            switch reader {
            case .libzbar:
                evidence.add(try readLibzbar(image, placement, step.rendering, size: page))
            case .libzbarOnStripes:
                if try readStripes(of: image, &evidence) { return .allBars }
            case .strips:
                try readStrips(of: image, step.rendering, &evidence)
            case .grids where options.usesSecondEngine && options.wants(.qr):
                let known = evidence.sureCodes.filter { $0.symbology == .qr }.map(\.polygon)
                let (readings, place) = try QRGridReader(budget: budget).read(image) { point in
                    known.contains { ConvexHull.contains(point, in: $0, margin: 2) }
                }
                evidence.add(readings.map { code($0, place, step.rendering, .zxing, page) })
            case .zxingMatrix where options.usesSecondEngine && options.wants(.qr):
                let readings = try ZXingReader.readMatrix(image)
                evidence.add(readings.map { code($0, placement, step.rendering, .zxing, page) })
            case .zxingLinear where options.usesSecondEngine && ZXingReader.linear(options) != 0:
                let copy = try masked(image, placement, evidence.sureCodes)
                evidence.add(try readZXing(copy, step.rendering, page))
                evidence.add(try readZXing(copy.transposed(), step.rendering, page))
            default:
                break
            }
            guard options.mode.endsEarly else { continue }
            if options.mode == .fast, evidence.sureCodes.count == 1 { return .enough }
            if evidence.sureCodes.count > options.mode.sureCodesOfOne, evidence.holdsNoMoreBars { return .enough }
            if budget.isSpent { return .open }
        }
        return .open
    }

    private func readLibzbar(
        _ image: borrowing GreyImage,
        _ placement: Placement,
        _ rendering: ImageRendering,
        size: (width: Int, height: Int)
    ) throws(ImageDecodingError) -> [DecodedCode] {
        let isPicture = rendering == .original || rendering == .reduced
        var readings: [CodeReading] = []
        try ImageScanner(options: options, includesDataBar: isPicture).scan(image) { symbol in
            if let reading = CodeReading(symbol) { readings.append(reading) }
        }
        var codes: [DecodedCode] = []
        for var reading in readings {
            if reading.symbology == .code128, options.usesSecondEngine {
                reading = try Latin1Check.correct(reading, in: image)
            }
            codes.append(code(reading, placement, rendering, .libzbar, size))
        }
        return codes
    }

    /// Reads the places on a large page that look like bars; returns true when each of them has an accepted code.
    private func readStripes(
        of page: borrowing GreyImage,
        _ evidence: inout PageEvidence
    ) throws(ImageDecodingError) -> Bool {
        let isLarge = page.longerSide > (options.mode == .paper ? Self.largePaper : ImageRendering.largeSide)
        guard isLarge, let regions = try StripedRegions.find(in: page) else { return false }
        let size = (width: page.width, height: page.height)
        for region in regions where !budget.isSpent {
            let part = try RenderedImage.cut(region, from: page)
            // Fewer pixels contain less noise; codes that are then too fine are read from the page itself.
            let smaller = try part.reduced(by: ImageRendering.reducingFactor(of: page))
            evidence.add(try readLibzbar(smaller.image, smaller.placement, .reduced, size: size))
            if !evidence.hasSureCode(in: region) {
                evidence.add(try readLibzbar(part.image, part.placement, .original, size: size))
            }
        }
        return regions.allSatisfy(evidence.hasSureCode(in:))
    }

    /// Reads every strip of parallel bars that has no accepted code yet.
    private func readStrips(
        of page: borrowing GreyImage,
        _ rendering: ImageRendering,
        _ evidence: inout PageEvidence
    ) throws(ImageDecodingError) {
        let size = (width: page.width, height: page.height)
        for strip in try BarStrips.find(in: page) where !budget.isSpent {
            let middle = PixelPoint(x: Int(strip.middle.x), y: Int(strip.middle.y))
            guard !evidence.sureCodes.contains(where: { ConvexHull.contains(middle, in: $0.polygon, margin: 2) }) else {
                continue
            }
            let straight = try RenderedImage.straightened(page, strip)
            evidence.add(try readStrip(straight, .straightened, size))
            if evidence.sureCodes.contains(where: { ConvexHull.contains(middle, in: $0.polygon, margin: 2) }) {
                continue
            }
            evidence.add(try readStrip(straight.sharpened(radius: 6, strength: 8), .straightenedSharp, size))
        }
    }

    private func readStrip(
        _ strip: borrowing RenderedImage,
        _ rendering: ImageRendering,
        _ page: (width: Int, height: Int)
    ) throws(ImageDecodingError) -> [DecodedCode] {
        var codes = try readLibzbar(strip.image, strip.placement, rendering, size: page)
        if options.usesSecondEngine, ZXingReader.linear(options) != 0 { codes += try readZXing(strip, rendering, page) }
        return codes
    }

    private func readZXing(
        _ rendered: borrowing RenderedImage,
        _ rendering: ImageRendering,
        _ page: (width: Int, height: Int)
    ) throws(ImageDecodingError) -> [DecodedCode] {
        let readings = try ZXingReader.readLinear(whitening: rendered.image, wanted: ZXingReader.linear(options))
        return readings.map { code($0, rendered.placement, rendering, .zxing, page) }
    }

    /// A copy in which the accepted codes are masked, so that other codes can be found.
    private func masked(
        _ image: borrowing GreyImage,
        _ placement: Placement,
        _ codes: [DecodedCode]
    ) throws(ImageDecodingError) -> RenderedImage {
        let copy = try GreyImage(width: image.width, height: image.height)
        _ = copy.pixels.update(fromContentsOf: image.pixels)
        for code in codes where code.polygon.count > 2 {
            let corners = code.polygon.compactMap { placement.onRendering($0) }.flatMap { [$0.x, $0.y] }
            let count = Int32(corners.count / 2)
            whiten_polygon(copy.pixels.baseAddress, Int32(copy.width), Int32(copy.height), corners, count)
        }
        return RenderedImage(copy, placement: placement)
    }

    private func code(
        _ reading: CodeReading,
        _ placement: Placement,
        _ rendering: ImageRendering,
        _ engine: DecodingEngine,
        _ page: (width: Int, height: Int)
    ) -> DecodedCode {
        reading.code(on: placement, of: page, rendering: rendering, engine: engine, text: text, options: options)
    }
}

internal import Barcodes
internal import CImageRendering

/// Finds the codes of one page by climbing the ladder of renderings.
struct PageDecoder {
    let options: DecodingOptions
    let text: CodeText
    let budget: DecodingBudget

    /// The codes that are sure, and whether the ladder was climbed as far as it was meant to be.
    func decode(_ page: borrowing GreyImage) throws(ImageDecodingError) -> (codes: [DecodedCode], isComplete: Bool) {
        var evidence = PageEvidence(options: options)
        guard options.mode != .plain else {
            let codes = try readLibzbar(page, .same, .original, size: (page.width, page.height))
            evidence.add(codes)
            return (evidence.candidates.map(\.code), true)
        }
        for step in LadderStep.ladder(for: options.mode) {
            let before = evidence.sureCodes.count
            let isOver: Bool
            if step.rendering == .original {
                isOver = try climb(step, page, .same, page: (page.width, page.height), &evidence)
            } else if let rendered = try step.rendering.make(of: page) {
                isOver = try climb(
                    step,
                    rendered.image,
                    rendered.placement,
                    page: (page.width, page.height),
                    &evidence
                )
            } else {
                continue
            }
            if isOver { break }
            let after = evidence.sureCodes.count
            // Where several codes stand together, one more may be hard to read: as long as looking again helps.
            if options.mode == .fast, before > 1, after == before { break }
            if budget.isSpent { return (evidence.sureCodes, false) }
        }
        return (evidence.sureCodes, true)
    }

    /// Lets the readers of one step look at `image`; true when nothing is left to look for.
    private func climb(
        _ step: LadderStep,
        _ image: borrowing GreyImage,
        _ placement: Placement,
        page: (width: Int, height: Int),
        _ evidence: inout PageEvidence
    ) throws(ImageDecodingError) -> Bool {
        for reader in step.readers {
            switch reader {
            case .libzbar:
                evidence.add(try readLibzbar(image, placement, step.rendering, size: page))
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
            guard options.mode == .fast else { continue }
            if evidence.sureCodes.count == 1 { return true }
            if budget.isSpent { return false }
        }
        return false
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

    private func readZXing(
        _ rendered: borrowing RenderedImage,
        _ rendering: ImageRendering,
        _ page: (width: Int, height: Int)
    ) throws(ImageDecodingError) -> [DecodedCode] {
        let readings = try ZXingReader.readLinear(whitening: rendered.image, wanted: ZXingReader.linear(options))
        return readings.map { code($0, rendered.placement, rendering, .zxing, page) }
    }

    /// A copy without the codes that are sure already, so that the others come into view.
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
        reading.code(
            on: placement,
            of: page,
            rendering: rendering,
            engine: engine,
            text: text,
            options: options
        )
    }
}

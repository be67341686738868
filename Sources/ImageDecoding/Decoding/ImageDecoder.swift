/// Finds the barcodes of an image inside the calling process.
///
/// Only for images that Outguide made itself, such as rendered labels, and for the child process: a file from outside
/// goes through ``DecoderProcess``. Calls block; keep them off the cooperative pool.
public struct ImageDecoder: Sendable {
    public let limits: ImageLimits
    public let options: DecodingOptions

    public init(limits: ImageLimits = ImageLimits(), options: DecodingOptions = DecodingOptions()) {
        self.limits = limits
        self.options = options
    }

    /// Decodes a JPEG, PNG, TIFF, WebP, HEIC or PDF file, page by page.
    ///
    /// Throws when no page can be read; a bad page among good ones is told in ``DecodedImage/pages``.
    public func decode(_ image: [UInt8]) throws(ImageDecodingError) -> DecodedImage {
        try image.span.withUnsafeBytes { file throws(ImageDecodingError) in
            try decode(file, text: CodeText(characterSet: options.characterSet))
        }
    }

    /// The grey pixels of the first page, for measuring what loading and what decoding costs.
    package func load(_ image: [UInt8]) throws(ImageDecodingError) -> (pixels: [UInt8], width: Int, height: Int) {
        try image.span.withUnsafeBytes { file throws(ImageDecodingError) in
            let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: options.dotsPerInch)
            guard let page = try source.next() else { throw .damaged("it has no pages") }
            return (Array(page.pixels), page.width, page.height)
        }
    }

    /// Decodes pixels of one grey byte each, 0 black, row by row without padding.
    public func decode(
        grey pixels: [UInt8],
        width: Int,
        height: Int
    ) throws(ImageDecodingError) -> DecodedImage {
        let image = try GreyImage(width: width, height: height, limits: limits)
        guard pixels.count == image.pixels.count else {
            throw .wrongPixelCount(width: width, height: height, count: pixels.count)
        }
        _ = image.pixels.update(fromContentsOf: pixels)
        let decoder = pageDecoder(text: CodeText(characterSet: options.characterSet))
        let (codes, isComplete) = try decoder.decode(image)
        return DecodedImage(width: width, height: height, codes: codes, isComplete: isComplete)
    }

    func decode(_ file: UnsafeRawBufferPointer, text: CodeText) throws(ImageDecodingError) -> DecodedImage {
        let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: options.dotsPerInch)
        let decoder = pageDecoder(text: text)
        var pages = PageList()
        var isComplete = true
        while pages.count < limits.pages, !(pages.count > 0 && decoder.budget.isSpent) {
            do throws(ImageDecodingError) {
                let start = ProcessorTime.now
                let next = try source.next()
                let middle = ProcessorTime.now
                pages.cost.loading += 1e3 * (middle - start)
                guard let page = next else { return try pages.image(isComplete: isComplete) }
                let (codes, isWhole) = try decoder.decode(page)
                pages.cost.decoding += 1e3 * (ProcessorTime.now - middle)
                isComplete = isComplete && isWhole
                pages.add(codes, width: page.width, height: page.height)
            } catch {
                pages.add(error)
            }
        }
        return try pages.image(isComplete: isComplete && source.pageCount == pages.count)
    }

    private func pageDecoder(text: CodeText) -> PageDecoder {
        let seconds = Double(limits.processorSeconds) * 0.75
        return PageDecoder(options: options, text: text, budget: DecodingBudget(seconds: seconds))
    }
}

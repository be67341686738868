public import ImageDecoding

/// Finds the barcodes of an image in the calling process.
///
/// Only for images made by Outguide, such as rendered labels, and for the child process: external files must go
/// through ``DecoderProcess``. Calls block; do not run them on the cooperative pool.
public struct ImageDecoder: Sendable {
    public let limits: ImageLimits
    public let options: DecodingOptions

    public init(limits: ImageLimits = ImageLimits(), options: DecodingOptions = DecodingOptions()) {
        self.limits = limits
        self.options = options
    }

    /// Decodes a JPEG, PNG, TIFF, WebP, HEIC or PDF file, page by page.
    ///
    /// Throws when no page can be read; an unreadable page among others is reported in ``DecodedImage/pages``.
    public func decode(_ image: [UInt8]) throws(ImageDecodingError) -> DecodedImage {
        try image.span.withUnsafeBytes { file throws(ImageDecodingError) in
            var pages = PageList()
            let isComplete = try decode(file, text: CodeText(characterSet: options.characterSet)) { progress in
                if case .done(let page, let codes, let cost, let isWhole) = progress {
                    pages.add(page, codes, cost, isWhole: isWhole)
                }
            }
            return try pages.image(isComplete: isComplete)
        }
    }

    /// The grey pixels of the first page, for measuring the cost of loading and decoding.
    ///
    /// - Throws: ``ImageDecodingError`` if the file or its first page cannot be read, or is larger than the limits.
    package func load(_ image: [UInt8]) throws(ImageDecodingError) -> (pixels: [UInt8], width: Int, height: Int) {
        try image.span.withUnsafeBytes { file throws(ImageDecodingError) in
            let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: options.dotsPerInch)
            guard let page = try source.next() else { throw .damaged("it has no pages") }
            return (Array(page.pixels), page.width, page.height)
        }
    }

    /// Decodes pixels of one grey byte each, 0 for black, row by row without padding.
    ///
    /// - Throws: ``ImageDecodingError`` if `pixels` has another size, or if its codes exceed the limits.
    public func decode(grey pixels: [UInt8], width: Int, height: Int) throws(ImageDecodingError) -> DecodedImage {
        let image = try GreyImage(width: width, height: height, limits: limits)
        guard pixels.count == image.pixels.count else {
            throw .wrongPixelCount(width: width, height: height, count: pixels.count)
        }
        _ = image.pixels.update(fromContentsOf: pixels)
        let text = CodeText(characterSet: options.characterSet)
        let decoder = PageDecoder(options: options, text: text, budget: pageBudget(within: fileBudget))
        let (codes, isComplete) = try decoder.decode(image)
        return DecodedImage(width: width, height: height, codes: codes, isComplete: isComplete)
    }

    /// Decodes the pages of `file` from page `first` on, and reports the start and end of each.
    ///
    /// `carefulPage` is read without the second engine. Returns whether all pages were processed.
    func decode(
        _ file: UnsafeRawBufferPointer,
        text: CodeText,
        from first: Int = 1,
        carefulPage: Int? = nil,
        report: (PageProgress) throws(ImageDecodingError) -> Void
    ) throws(ImageDecodingError) -> Bool {
        let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: options.dotsPerInch)
        for _ in 1..<max(first, 1) { try source.skip() }
        let budget = fileBudget
        var number = max(first, 1)
        while number <= limits.pages, number == first || !budget.isSpent {
            if let count = source.pageCount, number > count { return true }
            try report(.begun(page: number, count: source.pageCount))
            var options = options
            if number == carefulPage { options.usesSecondEngine = false }
            let decoder = PageDecoder(options: options, text: text, budget: pageBudget(within: budget))
            guard let done = try Self.decode(page: number, of: source, decoder) else { return true }
            try report(done)
            number += 1
        }
        return source.pageCount == number - 1
    }

    /// The codes of the next page of `source`, or its error; nil after the last page.
    private static func decode(
        page number: Int,
        of source: any PageSource,
        _ decoder: PageDecoder
    ) throws(ImageDecodingError) -> PageProgress? {
        do throws(ImageDecodingError) {
            let start = ProcessorTime.now
            guard let page = try source.next() else { return nil }
            let middle = ProcessorTime.now
            let (codes, isWhole) = try decoder.decode(page)
            let isBlank = decoder.options.mode == .paper && codes.isEmpty && page.showsNothing
            let end = ProcessorTime.now
            return .done(
                DecodedPage(number: number, width: page.width, height: page.height, isBlank: isBlank),
                codes: codes.map { $0.on(page: number) },
                cost: DecodingCost(loading: 1e3 * (middle - start), decoding: 1e3 * (end - middle)),
                isWhole: isWhole
            )
        } catch {
            let page = DecodedPage(number: number, width: 0, height: 0, problem: error)
            return .done(page, codes: [], cost: DecodingCost(), isWhole: true)
        }
    }

    private var fileBudget: DecodingBudget { DecodingBudget(seconds: Double(limits.processorSeconds) * Self.share) }

    private func pageBudget(within file: DecodingBudget) -> DecodingBudget {
        DecodingBudget(seconds: min(Double(limits.pageSeconds) * Self.share, file.secondsLeft))
    }

    /// The fraction of the processor time after which the search stops by itself.
    private static let share = 0.75
}

/// The pages of a file as they are decoded.
struct PageList {
    private var pages: [DecodedPage] = []
    private var codes: [DecodedCode] = []
    /// Grows with every page.
    var cost = DecodingCost()

    var count: Int { pages.count }

    mutating func add(_ codes: [DecodedCode], width: Int, height: Int) {
        pages.append(DecodedPage(number: count + 1, width: width, height: height))
        self.codes += codes.map { $0.on(page: count) }
    }

    mutating func add(_ problem: ImageDecodingError) {
        pages.append(DecodedPage(number: count + 1, width: 0, height: 0, problem: problem))
    }

    /// The answer, or the first problem when no page could be read.
    func image(isComplete: Bool) throws(ImageDecodingError) -> DecodedImage {
        guard let first = pages.first(where: { $0.problem == nil }) else {
            throw pages.first?.problem ?? .damaged("it has no pages")
        }
        return DecodedImage(
            width: first.width,
            height: first.height,
            codes: codes,
            pages: pages,
            isComplete: isComplete && pages.allSatisfy { $0.problem == nil },
            cost: cost
        )
    }
}

extension DecodedCode {
    fileprivate func on(page: Int) -> DecodedCode {
        DecodedCode(
            symbology: symbology,
            aim: aim,
            text: text,
            bytes: bytes,
            polygon: polygon,
            quality: quality,
            page: page,
            rendering: rendering,
            engine: engine
        )
    }
}

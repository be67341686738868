/// The library that reads codes from a rendering of an image.
public enum DecodingEngine: String, Sendable, Hashable, Codable, CaseIterable {
    case libzbar
    /// The second engine, which reads blurred and bent codes that libzbar does not, and checks the white space beside
    /// a code.
    case zxing
}

/// A step in processing the pages of a file.
package enum PageProgress: Sendable, Codable, Equatable {
    /// A page is begun, if there is one; `count` is the number of pages, if it is known.
    case begun(page: Int, count: Int?)
    /// A page is done; `isWhole` is false if the time limit ended the search for codes.
    case done(DecodedPage, codes: [DecodedCode], cost: DecodingCost, isWhole: Bool)
}

/// Collects the pages of a file as they are decoded.
package struct PageList {
    private var pages: [DecodedPage] = []
    private var codes: [DecodedCode] = []
    private var cost = DecodingCost()
    private var isWhole = true

    package init() {}

    package var count: Int { pages.count }

    package mutating func add(_ page: DecodedPage, _ codes: [DecodedCode], _ cost: DecodingCost, isWhole: Bool) {
        pages.append(page)
        self.codes += codes
        self.cost.loading += cost.loading
        self.cost.decoding += cost.decoding
        self.isWhole = self.isWhole && isWhole
    }

    /// Records that `page` cannot be read.
    mutating func add(_ problem: ImageDecodingError, page: Int) {
        pages.append(DecodedPage(number: page, width: 0, height: 0, problem: problem))
    }

    /// The result; throws the first problem when no page could be read.
    package func image(isComplete: Bool) throws(ImageDecodingError) -> DecodedImage {
        guard let first = pages.first(where: { $0.problem == nil }) else {
            throw pages.first?.problem ?? .damaged("it has no pages")
        }
        return DecodedImage(
            width: first.width,
            height: first.height,
            codes: codes,
            pages: pages,
            isComplete: isComplete && isWhole && pages.allSatisfy { $0.problem == nil },
            cost: cost
        )
    }
}

extension DecodedCode {
    package func on(page: Int) -> DecodedCode {
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

/// A step in processing the pages of a file.
package enum PageProgress: Sendable, Codable, Equatable {
    /// A page is begun, if there is one; `count` is the number of pages, if it is known.
    case begun(page: Int, count: Int?)
    /// A page is done; `isWhole` is false if the time limit ended the search for codes.
    case done(DecodedPage, codes: [DecodedCode], cost: DecodingCost, isWhole: Bool)
}

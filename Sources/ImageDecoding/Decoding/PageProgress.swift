/// A step on the way through the pages of a file.
package enum PageProgress: Sendable, Codable, Equatable {
    /// A page is begun, if there is one; `count` is how many the file has, where that is known.
    case begun(page: Int, count: Int?)
    /// A page is done; `isWhole` unless the time for it ended the search for codes.
    case done(DecodedPage, codes: [DecodedCode], cost: DecodingCost, isWhole: Bool)
}

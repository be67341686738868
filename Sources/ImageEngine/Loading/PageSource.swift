internal import ImageDecoding

/// The pages of an image file, one after the other.
protocol PageSource: AnyObject {
    /// How many pages the file has, where that is known without reading them all.
    var pageCount: Int? { get }

    /// The next page as seen; nil behind the last.
    ///
    /// After an error the call may be repeated for the page behind the one that failed.
    func next() throws(ImageDecodingError) -> GreyImage?

    /// The words that the file says are on the page that was read last; none where it holds nothing but pictures.
    func words() -> [LayerWord]

    /// Goes past the next page without reading its pixels.
    func skip() throws(ImageDecodingError)
}

extension PageSource {
    func words() -> [LayerWord] { [] }
}

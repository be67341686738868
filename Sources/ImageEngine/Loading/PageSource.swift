internal import ImageDecoding

/// The pages of an image file, in order.
protocol PageSource: AnyObject {
    /// The number of pages, if it is known without reading them all.
    var pageCount: Int? { get }

    /// Returns the next page in its display orientation; nil after the last.
    ///
    /// After an error, the call may be repeated for the page after the one that failed.
    func next() throws(ImageDecodingError) -> GreyImage?

    /// The words that the file contains for the page read last; empty when it has only pictures.
    func words() -> [LayerWord]

    /// Skips the next page without reading its pixels.
    func skip() throws(ImageDecodingError)
}

extension PageSource {
    func words() -> [LayerWord] { [] }
}

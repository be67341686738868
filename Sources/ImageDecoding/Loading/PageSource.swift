/// The pages of an image file, one after the other.
protocol PageSource: AnyObject {
    /// How many pages the file has, where that is known without reading them all.
    var pageCount: Int? { get }

    /// The next page as seen; nil behind the last.
    ///
    /// After an error the call may be repeated for the page behind the one that failed.
    func next() throws(ImageDecodingError) -> GreyImage?

    /// Goes past the next page without reading its pixels.
    func skip() throws(ImageDecodingError)
}

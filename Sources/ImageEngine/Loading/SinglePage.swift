internal import ImageDecoding

/// A file with a single picture.
final class SinglePage: PageSource {
    let pageCount: Int? = 1
    private var load: (() throws(ImageDecodingError) -> GreyImage)?

    init(_ load: @escaping () throws(ImageDecodingError) -> GreyImage) { self.load = load }

    func next() throws(ImageDecodingError) -> GreyImage? {
        guard let load else { return nil }
        self.load = nil
        return try load()
    }

    func skip() { load = nil }
}

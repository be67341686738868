/// Finds the barcodes of an image inside the calling process.
///
/// Only for images that Outguide made itself, such as rendered labels, and for the child process: a file from outside
/// goes through ``DecoderProcess``. Calls block; keep them off the cooperative pool.
public struct ImageDecoder: Sendable {
    public let limits: ImageLimits

    public init(limits: ImageLimits = ImageLimits()) {
        self.limits = limits
    }

    /// Decodes a PNG or JPEG file.
    public func decode(_ image: [UInt8]) throws(ImageDecodingError) -> DecodedImage {
        try decode(ImageLoader.load(image, limits: limits))
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
        return try decode(image)
    }

    private func decode(_ image: consuming GreyImage) throws(ImageDecodingError) -> DecodedImage {
        // A scanner kept for a second image carries half an EAN over into it (libzbar 0.23).
        let scanner = try ImageScanner(limits: limits)
        let codes = try scanner.scan(image)
        return DecodedImage(width: image.width, height: image.height, codes: codes)
    }
}

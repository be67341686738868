internal import CImageRendering
internal import ImageDecoding

/// The orientation of a camera when it took a picture, as in EXIF: 1 upright, 6 rotated by 90°, and so on to 8.
struct ImageOrientation: Sendable, Hashable {
    static let upright = ImageOrientation(rawValue: 1)

    /// From 1 to 8.
    let rawValue: Int

    /// Values undefined in EXIF count as upright.
    init(rawValue: Int) { self.rawValue = (1...8).contains(rawValue) ? rawValue : 1 }

    /// Whether width and height are exchanged.
    var isSideways: Bool { rawValue >= 5 }

    /// The picture in its display orientation.
    func applied(to image: consuming GreyImage) throws(ImageDecodingError) -> GreyImage {
        guard self != .upright else { return image }
        let turned = try GreyImage(
            width: isSideways ? image.height : image.width,
            height: isSideways ? image.width : image.height
        )
        render_oriented(image.picture, turned.pixels.baseAddress, Int32(rawValue))
        return turned
    }
}

internal import CImageRendering
internal import ImageDecoding

/// How a camera was held when it took a picture, as EXIF counts it: 1 upright, 6 turned by 90°, and so on to 8.
struct ImageOrientation: Sendable, Hashable {
    static let upright = ImageOrientation(rawValue: 1)

    /// From 1 to 8.
    let rawValue: Int

    /// Numbers that EXIF does not know count as upright.
    init(rawValue: Int) { self.rawValue = (1...8).contains(rawValue) ? rawValue : 1 }

    /// Whether width and height change places.
    var isSideways: Bool { rawValue >= 5 }

    /// The picture as seen.
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

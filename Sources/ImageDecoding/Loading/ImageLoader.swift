/// Turns an image file into grey pixels.
enum ImageLoader {
    static func load(_ image: [UInt8], limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        guard image.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        return switch try ImageFormat(of: image) {
        case .png: try PNGLoader.load(image, limits: limits)
        case .jpeg: try JPEGLoader.load(image, limits: limits)
        }
    }
}

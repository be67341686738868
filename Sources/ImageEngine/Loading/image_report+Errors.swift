internal import CImageLoading
internal import ImageDecoding

extension image_report {
    /// The message of the last call.
    var text: String {
        withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// Throws the error for `status`; `format` names the file format.
    func check(_ status: image_status, _ format: String) throws(ImageDecodingError) {
        switch status {
        case IMAGE_LOADED: return
        case IMAGE_OUT_OF_MEMORY: throw .memoryLimit
        case IMAGE_UNSUPPORTED: throw .unsupportedFormat("this kind of \(format) (\(text))")
        default: throw .damaged(text)
        }
    }

    /// A black picture of the size that was read.
    func makeImage(limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        try GreyImage(width: Int(width), height: Int(height), limits: limits)
    }
}

/// What kind of image file bytes are, in the words of the web.
public enum ImageMediaType {
    /// Such as `image/tiff`; nil for what is not read.
    public static func of(_ file: [UInt8]) -> String? {
        file.span.withUnsafeBytes { bytes in
            switch try? ImageFormat(of: bytes) {
            case .png: "image/png"
            case .jpeg: "image/jpeg"
            case .tiff: "image/tiff"
            case .webP: "image/webp"
            case .heif: "image/heif"
            case .pdf: "application/pdf"
            case nil: nil
            }
        }
    }
}

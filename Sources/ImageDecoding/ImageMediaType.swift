/// Determines the media type of an image file.
public enum ImageMediaType {
    /// Such as `image/tiff`; nil for unsupported formats.
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

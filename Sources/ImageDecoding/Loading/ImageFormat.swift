/// The format of an image file, determined from its first bytes and never from its name.
package enum ImageFormat: Sendable {
    case png
    case jpeg
    case tiff
    case webP
    /// HEIC, HEIF and AVIF.
    case heif
    case pdf

    /// Determines the format of `image`.
    ///
    /// - Throws: ``ImageDecodingError`` if the file is empty or its format is not supported.
    package init(of image: UnsafeRawBufferPointer) throws(ImageDecodingError) {
        guard !image.isEmpty else { throw .empty }
        if image.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if image.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if ["II*\0", "MM\0*", "II+\0", "MM\0+"].contains(where: { image.starts(with: $0.utf8) }) {
            // The variants with `+` are BigTIFF.
            self = .tiff
        } else if image.starts(with: "RIFF".utf8), image.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webP
        } else if image.dropFirst(4).starts(with: "ftyp".utf8), Self.isStill(brand: image.dropFirst(8).prefix(4)) {
            self = .heif
        } else if Self.holdsPDFHeader(image.prefix(1024)) {
            self = .pdf
        } else {
            throw .unsupportedFormat(Self.name(ofUnsupported: image))
        }
    }

    /// Whether the library needs threads: libde265 waits for its threads, forever if it may not start them.
    package var needsThreads: Bool { self == .heif }

    /// Whether the main brand of a box file (ISO/IEC 14496-12) denotes still pictures.
    private static func isStill(brand: Slice<UnsafeRawBufferPointer>) -> Bool {
        ["heic", "heix", "heim", "heis", "mif1", "msf1", "avif"].contains { brand.elementsEqual($0.utf8) }
    }

    /// Some writers put other bytes before the header; readers search for it in the first 1024 bytes.
    private static func holdsPDFHeader(_ start: Slice<UnsafeRawBufferPointer>) -> Bool {
        var rest = start
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            rest = rest[percent...]
            if rest.starts(with: "%PDF-".utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// The name of an unsupported format, for the error message.
    private static func name(ofUnsupported image: UnsafeRawBufferPointer) -> String {
        let known: [(start: String, name: String)] = [
            ("GIF8", "GIF"), ("BM", "BMP"), ("RIFF", "sound or film"), ("P", "PNM"), ("<", "SVG or HTML"),
            ("PK", "an archive"), ("%!", "PostScript"),
        ]
        if let match = known.first(where: { image.starts(with: $0.start.utf8) }) { return match.name }
        return image.dropFirst(4).starts(with: "ftyp".utf8) ? "film" : "this kind of file"
    }
}

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

/// A kind of image file, told by its first bytes and never by its name.
enum ImageFormat: Sendable {
    case png
    case jpeg

    init(of image: [UInt8]) throws(ImageDecodingError) {
        guard !image.isEmpty else { throw .empty }
        if image.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if image.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else {
            throw .unsupportedFormat(Self.name(ofUnsupported: image))
        }
    }

    /// What to call a file that is not read, for the message only.
    private static func name(ofUnsupported image: [UInt8]) -> String {
        let known: [(start: String, name: String)] = [
            ("GIF8", "GIF"), ("BM", "BMP"), ("II*\0", "TIFF"), ("MM\0*", "TIFF"), ("%PDF", "PDF"), ("RIFF", "WebP"),
        ]
        if let match = known.first(where: { image.starts(with: $0.start.utf8) }) { return match.name }
        return image.dropFirst(4).starts(with: "ftyp".utf8) ? "HEIC or video" : "this kind of file"
    }
}

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

/// Locates EXIF data in the formats; unreadable EXIF data is ignored.
extension ImageOrientation {
    /// From the APP1 segments before the pixels of a JPEG file.
    init(jpeg file: UnsafeRawBufferPointer) {
        self = .upright
        var at = 2
        while at + 4 <= file.count, file[at] == 0xFF {
            let marker = file[at + 1]
            // Skip fill bytes, and stop at the start of the pixels.
            if marker == 0xFF {
                at += 1
                continue
            }
            guard marker != 0xDA, marker != 0xD9 else { return }
            let length = Int(file[at + 2]) << 8 | Int(file[at + 3])
            guard length >= 2, at + 2 + length <= file.count else { return }
            let segment = UnsafeRawBufferPointer(rebasing: file[at + 4..<at + 2 + length])
            if marker == 0xE1, segment.starts(with: "Exif\0\0".utf8) {
                self.init(exif: UnsafeRawBufferPointer(rebasing: segment.dropFirst(6)))
                return
            }
            at += 2 + length
        }
    }

    /// From the eXIf chunk of a PNG file.
    init(png file: UnsafeRawBufferPointer) {
        var found = Self.upright
        Self.chunks(of: file, from: 8, isBigEndian: true, spare: 4) { name, data in
            if name.elementsEqual("eXIf".utf8) { found = Self(exif: data) }
        }
        self = found
    }

    /// From the EXIF chunk of a WebP file.
    init(webP file: UnsafeRawBufferPointer) {
        var found = Self.upright
        Self.chunks(of: file, from: 12, isBigEndian: false, spare: 0) { name, data in
            guard name.elementsEqual("EXIF".utf8) else { return }
            // Some writers include the prefix that JPEG requires.
            let prefix = data.starts(with: "Exif\0\0".utf8) ? 6 : 0
            found = Self(exif: UnsafeRawBufferPointer(rebasing: data.dropFirst(prefix)))
        }
        self = found
    }

    /// Visits chunks that consist of a length, a name of four letters, the data and `spare` trailing bytes.
    ///
    /// With little-endian lengths (RIFF), the name comes first and the data is padded to an even length.
    private static func chunks(
        of file: UnsafeRawBufferPointer,
        from start: Int,
        isBigEndian: Bool,
        spare: Int,
        visit: (Slice<UnsafeRawBufferPointer>, UnsafeRawBufferPointer) -> Void
    ) {
        var at = start
        while at + 8 <= file.count {
            let word = file.loadUnaligned(fromByteOffset: isBigEndian ? at : at + 4, as: UInt32.self)
            let length = Int(isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word))
            guard at + 8 + length <= file.count else { return }
            let name = isBigEndian ? file[at + 4..<at + 8] : file[at..<at + 4]
            visit(name, UnsafeRawBufferPointer(rebasing: file[at + 8..<at + 8 + length]))
            at += 8 + length + spare + (isBigEndian ? 0 : length & 1)
        }
    }

    /// From EXIF data: a TIFF file whose first directory has the orientation under tag 0x0112.
    init(exif data: UnsafeRawBufferPointer) {
        self = .upright
        let isBigEndian = data.starts(with: "MM\0*".utf8)
        guard isBigEndian || data.starts(with: "II*\0".utf8) else { return }
        func short(_ offset: Int) -> Int? {
            guard offset >= 0, offset + 2 <= data.count else { return nil }
            let value = data.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
            return Int(isBigEndian ? UInt16(bigEndian: value) : UInt16(littleEndian: value))
        }
        guard let high = short(isBigEndian ? 4 : 6), let low = short(isBigEndian ? 6 : 4) else { return }
        let directory = high << 16 | low
        guard let count = short(directory) else { return }
        for entry in 0..<count {
            let offset = directory + 2 + 12 * entry
            guard let tag = short(offset) else { return }
            // A value of at most four bytes is in the entry itself, a short at its start.
            if tag == 0x0112, let value = short(offset + 8) {
                self.init(rawValue: value)
                return
            }
        }
    }
}

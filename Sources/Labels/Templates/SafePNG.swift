import Glibc
import Localization

/// Reduces a PNG to what its pixels need, so that nothing else reaches a decoder.
enum SafePNG {
    /// The maximum side length in pixels.
    static let longestSide = 4_000
    private static let mostPixels = 4_000_000
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let wanted: Set<String> = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]

    /// Returns `png` with only its critical chunks and transparency; nil if it is not a PNG or is too large.
    ///
    /// Profiles and texts may be compressed a thousandfold; they are dropped without decompression.
    static func essentials(of png: [UInt8]) -> [UInt8]? {
        guard png.starts(with: signature) else { return nil }
        var kept = signature
        var place = signature.count
        var isFirst = true
        while place + 12 <= png.count {
            let length = number(png, at: place)
            guard length <= png.count - place - 12 else { return nil }
            let kind = String(decoding: png[place + 4..<place + 8], as: UTF8.self)
            if isFirst {
                guard kind == "IHDR", length == 13 else { return nil }
                let (width, height) = (number(png, at: place + 8), number(png, at: place + 12))
                guard (1...longestSide).contains(width), (1...longestSide).contains(height),
                    width * height <= mostPixels
                else { return nil }
                isFirst = false
            }
            if wanted.contains(kind) { kept += png[place..<place + 12 + length] }
            if kind == "IEND" { return kept }
            place += 12 + length
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at place: Int) -> Int {
        bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Reads small files without assuming that they are small, or regular files.
public enum BoundedFile {
    /// Returns the first `most` bytes of the regular file at `path`; nil if it is not one or cannot be read.
    public static func read(_ path: String, most: Int) -> [UInt8]? {
        // Non-blocking, so that a pipe in its place cannot block.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        while bytes.count < most {
            let wanted = min(most - bytes.count, 16_384)
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
                count = Glibc.read(descriptor, buffer.baseAddress, wanted)
                initialized = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { break }
            bytes += chunk
        }
        return bytes
    }
}

/// An image with one grey byte for each pixel, row by row; 0 is black.
struct GreyPicture: Sendable, Hashable {
    let width: Int
    let height: Int
    let pixels: [UInt8]

    /// Returns the largest box of dots with the image's proportions, centred in `box`.
    func place(in box: LabelBox, on grid: DotGrid) -> DotBox {
        let scale = min(box.width / Double(width), box.height / Double(height))
        let size = (width: Double(width) * scale, height: Double(height) * scale)
        return grid.nearest(
            LabelBox(
                x: box.x + (box.width - size.width) / 2,
                y: box.y + (box.height - size.height) / 2,
                width: size.width,
                height: size.height
            )
        )
    }

    /// Returns the image as black and white dots, each from the mean of the pixels under it.
    func dots(width across: Int, height down: Int) -> LabelDots {
        var dots = LabelDots(width: across, height: down)
        for y in 0..<down {
            let rows = y * height / down..<max(y * height / down + 1, (y + 1) * height / down)
            for x in 0..<across {
                let columns = x * width / across..<max(x * width / across + 1, (x + 1) * width / across)
                var light = 0
                for row in rows { for column in columns { light += Int(pixels[row * width + column]) } }
                if Dither.isBlack(light / (rows.count * columns.count), x: x, y: y) { dots.blacken(x, y) }
            }
        }
        return dots
    }
}

/// The directories of templates' images, which are untrusted until checked.
struct ImageShelf {
    let directories: [String]

    struct Refusal: Error { let reason: Message }

    private static let mostBytes = 1 << 20

    /// Returns the image in the file of this name, from the first directory that has it.
    func picture(named name: String) throws(Refusal) -> GreyPicture {
        guard Self.isName(name) else {
            throw Refusal(reason: Message("file is the name of a PNG file beside the template, such as arms.png"))
        }
        for directory in directories {
            guard let bytes = BoundedFile.read(directory + "/" + name, most: Self.mostBytes + 1) else { continue }
            guard bytes.count <= Self.mostBytes else {
                throw Refusal(reason: Message("\(name, "name") has more than \(Self.mostBytes >> 20, "limit") MiB"))
            }
            return try Self.picture(in: SafePNG.essentials(of: bytes), named: name)
        }
        throw Refusal(reason: Message("cannot read \(name, "name") beside the templates"))
    }

    private static func picture(in png: [UInt8]?, named name: String) throws(Refusal) -> GreyPicture {
        guard let png, let picture = try? PictureSource.grey(png: png) else {
            throw Refusal(
                reason: Message(
                    "\(name, "name") is no sound PNG of at most \(SafePNG.longestSide, "limit") pixels either way"
                )
            )
        }
        return picture
    }

    private static func isName(_ name: String) -> Bool {
        guard name.hasSuffix(".png"), (5...64).contains(name.utf8.count), name.first != "." else { return false }
        return name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 46 || byte == 95
        }
    }
}

import CPng

/// A page of grey pixels to put codes on.
struct Canvas {
    struct Unreadable: Error {}

    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    /// A white page.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: 255, count: width * height)
    }

    /// The symbol that zint draws: `symbology` is one of its numbers.
    init(symbology: Int, text: String, scale: Double = 1, options: [String] = []) throws {
        let arguments = ["--direct", "--filetype=PNG", "--quietzones", "--scale=\(scale)", "-b", "\(symbology)"]
        try self.init(png: Tool.run("zint", arguments + options + ["-d", text]))
    }

    init(png: [UInt8]) throws {
        var header = png_image()
        header.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&header) }
        var grey: [UInt8] = []
        let isRead = png.withUnsafeBytes { bytes in
            guard png_image_begin_read_from_memory(&header, bytes.baseAddress, bytes.count) != 0 else { return false }
            header.format = 0
            grey = [UInt8](repeating: 0, count: Int(header.width) * Int(header.height))
            var white = png_color(red: 255, green: 255, blue: 255)
            return png_image_finish_read(&header, &white, &grey, 0, nil) != 0
        }
        guard isRead else { throw Unreadable() }
        width = Int(header.width)
        height = Int(header.height)
        pixels = grey
    }

    /// Puts `other` here with its upper left corner at this point, cut off at the edges.
    mutating func paste(_ other: Canvas, x: Int, y: Int) {
        for row in 0..<min(other.height, height - y) {
            for column in 0..<min(other.width, width - x) {
                pixels[(y + row) * width + x + column] = other.pixels[row * other.width + column]
            }
        }
    }

    /// Sets every pixel to what `value` says of its column and row.
    mutating func fill(_ value: (Int, Int) -> UInt8) {
        let width = width
        pixels.withUnsafeMutableBufferPointer { pixels in
            for index in pixels.indices { pixels[index] = value(index % width, index / width) }
        }
    }

    /// Turned by 90° to the right.
    func turned() -> Canvas {
        var result = Canvas(width: height, height: width)
        for row in 0..<height {
            for column in 0..<width {
                result.pixels[column * height + height - 1 - row] = pixels[row * width + column]
            }
        }
        return result
    }

    /// Everything outside these columns made white.
    func keeping(_ columns: Range<Int>) -> Canvas {
        var result = self
        for index in pixels.indices where !columns.contains(index % width) { result.pixels[index] = 255 }
        return result
    }

    /// The page as an 8-bit grey PNG file.
    func png() throws -> [UInt8] { try Tool.run("pnmtopng", [], input: pgm()) }

    /// The page as a JPEG file.
    func jpeg(_ options: [String] = []) throws -> [UInt8] { try Tool.run("pnmtojpeg", options, input: pgm()) }

    /// The page as a PGM file, which the netpbm tools read.
    func pgm() -> [UInt8] { Array("P5 \(width) \(height) 255\n".utf8) + pixels }

    /// The page in colour, dark blue on light yellow, as a PPM file.
    func ppm() -> [UInt8] {
        Array("P6 \(width) \(height) 255\n".utf8) + pixels.flatMap { $0 < 128 ? [20, 30, 120] : [255, 250, 200] }
    }

    /// The page with 16 bits a pixel, as a PGM file.
    func deepPGM() -> [UInt8] {
        Array("P5 \(width) \(height) 65535\n".utf8) + pixels.flatMap { [$0, $0 / 3] }
    }

    /// The page as a PNG of black pixels only, clear where the page is white.
    func clearPNG() throws -> [UInt8] {
        let file = pixels.map { 255 - $0 }
        let path = try Tool.run("mktemp", [])
        let name = String(decoding: path.dropLast(), as: UTF8.self)
        defer { _ = try? Tool.run("rm", ["-f", name]) }
        _ = try Tool.run("tee", [name], input: Array("P5 \(width) \(height) 255\n".utf8) + file)
        let black = Array("P5 \(width) \(height) 255\n".utf8) + [UInt8](repeating: 0, count: pixels.count)
        return try Tool.run("pnmtopng", ["-alpha=\(name)"], input: black)
    }
}

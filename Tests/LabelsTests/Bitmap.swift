import CCairo
import Foundation
import Testing

/// Dots read back from a picture.
struct Bitmap {
    let width: Int
    let height: Int
    private let light: [UInt8]

    func isDark(_ x: Int, _ y: Int) -> Bool { light[y * width + x] == 0 }

    /// Whether every dot is pure black or pure white.
    var isBlackAndWhite: Bool { light.allSatisfy { $0 == 0 || $0 == 255 } }

    /// Lengths of the stretches of one colour in a row, white first.
    func runs(inRow y: Int) -> [Int] {
        var runs = [0]
        var wasDark = false
        for x in 0..<width {
            if isDark(x, y) != wasDark {
                runs.append(0)
                wasDark.toggle()
            }
            runs[runs.count - 1] += 1
        }
        return runs
    }

    init(png path: String) throws {
        let surface = try #require(cairo_image_surface_create_from_png(path))
        defer { cairo_surface_destroy(surface) }
        try #require(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        let data = try #require(cairo_image_surface_get_data(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var light: [UInt8] = []
        // Cairo widens a grey picture to four equal bytes a dot.
        for y in 0..<height {
            for x in 0..<width { light.append(data[y * stride + x * 4]) }
        }
        self.light = light
    }

    /// A portable bitmap as pdftoppm and Ghostscript write it: `P4`, perhaps a remark, both sizes, eight dots a byte.
    init(pbm path: String) throws {
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        if bytes.count > 3, bytes[3] == UInt8(ascii: "#"), let end = bytes[3...].firstIndex(of: 10) {
            bytes.removeSubrange(3...end)
        }
        let head = bytes.split(maxSplits: 3, whereSeparator: { $0 == 10 || $0 == 32 })
        try #require(head.count == 4 && head[0].elementsEqual("P4".utf8))
        width = try #require(Int(String(decoding: head[1], as: UTF8.self)))
        height = try #require(Int(String(decoding: head[2], as: UTF8.self)))
        let stride = (width + 7) / 8
        let dots = bytes.suffix(stride * height)
        try #require(dots.count == stride * height)
        var light: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let byte = dots[dots.startIndex + y * stride + x / 8]
                light.append(byte & (0x80 >> UInt8(x % 8)) == 0 ? 255 : 0)
            }
        }
        self.light = light
    }
}

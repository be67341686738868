import Foundation

/// Files of the formats that netpbm does not write, or not as a test needs them.
enum SampleFile {
    /// A TIFF file of grey pages without compression; `orientation` stands in every page.
    static func tiff(_ pages: [Canvas], orientation: UInt16 = 1) -> [UInt8] {
        var file: [UInt8] = Array("II*\0".utf8) + [0, 0, 0, 0]
        var pointer = 4
        for page in pages {
            let data = file.count
            file += page.pixels
            if file.count % 2 == 1 { file.append(0) }
            file.replaceSubrange(pointer..<pointer + 4, with: little32(file.count))
            // Tag, type (3 short, 4 long) and value.
            let fields: [(UInt16, UInt16, Int)] = [
                (256, 4, page.width), (257, 4, page.height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, data),
                (274, 3, Int(orientation)), (277, 3, 1), (278, 4, page.height), (279, 4, page.pixels.count),
            ]
            file += little16(fields.count)
            for (tag, type, value) in fields {
                file += little16(Int(tag)) + little16(Int(type)) + little32(1) + little32(value)
            }
            pointer = file.count
            file += [0, 0, 0, 0]
        }
        return file
    }

    /// Where the offset of the next page stands behind each page of a file that ``tiff(_:orientation:)`` made.
    static func setLastLink(of tiff: inout [UInt8], to offset: Int) {
        tiff.replaceSubrange(tiff.count - 4..<tiff.count, with: little32(offset))
    }

    /// A PDF file of pages that each show a picture at 72 dots an inch, times `scale`.
    static func pdf(_ pages: [Canvas], scale: Double = 0.5) -> [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func add(_ object: String, stream: [UInt8]? = nil) {
            offsets.append(file.count)
            file += Array("\(offsets.count) 0 obj\n\(object)\n".utf8)
            if let stream { file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
            file += Array("endobj\n".utf8)
        }
        let kids = pages.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        add("<< /Type /Catalog /Pages 2 0 R >>")
        add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        for (index, page) in pages.enumerated() {
            let width = Double(page.width) * scale
            let height = Double(page.height) * scale
            add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(4 + 3 * index) 0 R"
                    + " /Resources << /XObject << /I \(5 + 3 * index) 0 R >> >> >>"
            )
            let content = Array("q \(width) 0 0 \(height) 0 0 cm /I Do Q".utf8)
            add("<< /Length \(content.count) >>", stream: content)
            add(
                "<< /Type /XObject /Subtype /Image /Width \(page.width) /Height \(page.height)"
                    + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Length \(page.pixels.count) >>",
                stream: page.pixels
            )
        }
        let start = file.count
        file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets { file += Array((String(format: "%010d", offset) + " 00000 n \n").utf8) }
        file += Array("trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }

    /// EXIF data that hold an orientation and nothing else.
    static func exif(orientation: Int, isBigEndian: Bool = false) -> [UInt8] {
        let value = UInt8(orientation)
        let end: [UInt8] = [0, 0, 0, 0, 0, 0]
        return isBigEndian
            ? Array("MM\0*\0\0\0\u{8}\0\u{1}".utf8) + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, value] + end
            : Array("II*\0\u{8}\0\0\0\u{1}\0".utf8) + [0x12, 1, 3, 0, 1, 0, 0, 0, value, 0] + end
    }

    /// `jpeg` with EXIF data behind its first marker.
    static func jpeg(_ jpeg: [UInt8], exif: [UInt8]) -> [UInt8] {
        let segment = Array("Exif\0\0".utf8) + exif
        let length = segment.count + 2
        return jpeg.prefix(2) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + segment + jpeg.dropFirst(2)
    }

    /// `png` with an eXIf chunk behind its header.
    static func png(_ png: [UInt8], exif: [UInt8]) -> [UInt8] {
        png.prefix(33) + PNGChunk.make("eXIf", exif) + png.dropFirst(33)
    }

    static func little16(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

    static func little32(_ value: Int) -> [UInt8] { little16(value & 0xFFFF) + little16(value >> 16 & 0xFFFF) }
}

import Foundation

/// PDF files written by hand: text in fonts that are not in the file, and what hostile writers come up with.
enum WrittenPDF {
    /// The fonts that every reader of PDF has to have (ISO 32000-1, 9.6.2.2).
    static let standardFonts = [
        "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique", "Times-Roman", "Times-Bold",
        "Times-Italic", "Times-BoldItalic", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
        "Symbol", "ZapfDingbats",
    ]

    /// One page for each of `contents`, all with `resources`, and further objects from number 3 + 2 × pages on.
    static func pages(
        _ contents: [String],
        resources: String,
        media: String = "0 0 612 792",
        objects: [String] = []
    ) -> [UInt8] {
        let first = 3
        let kids = contents.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
        var all = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(contents.count) >>",
        ]
        for (index, content) in contents.enumerated() {
            all.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [\(media)] /Contents \(first + 2 * index + 1) 0 R"
                    + " /Resources << \(resources) >> >>"
            )
            all.append(stream(content))
        }
        return file(all + objects)
    }

    /// A page with `content`, in which the font `name` is called `F`; `isWinAnsi` unless it has an encoding of its own.
    static func page(font name: String, _ content: String, encoding: String? = "WinAnsiEncoding") -> [UInt8] {
        let encoding = encoding.map { " /Encoding /\($0)" } ?? ""
        let font = "<< /Type /Font /Subtype /Type1 /BaseFont /\(name)\(encoding) >>"
        return pages([content], resources: "/Font << /F \(font) >>")
    }

    /// Forms that draw the next one four times, `depth` deep, on page `hostile` of `count`; the others are white.
    static func nestedForms(depth: Int = 30, hostile: Set<Int>, of count: Int) -> [UInt8] {
        let first = 3 + 2 * count
        let forms = (0..<depth).map { level in
            let next = "/Resources << /XObject << /X \(first + level + 1) 0 R >> >>"
            let calls = level + 1 < depth ? "/X Do /X Do /X Do /X Do" : "0 0 m 9 9 l S"
            return stream(calls, "/Type /XObject /Subtype /Form /BBox [0 0 99 99] \(level + 1 < depth ? next : "")")
        }
        let contents = (1...count).map { hostile.contains($0) ? "/X Do" : "0 0 m 1 1 l S" }
        return pages(contents, resources: "/XObject << /X \(first) 0 R >>", media: "0 0 99 99", objects: forms)
    }

    static func stream(_ content: String, _ members: String = "") -> String {
        "<< /Length \(content.utf8.count) \(members) >>\nstream\n\(content)\nendstream"
    }

    static func file(_ objects: [String]) -> [UInt8] {
        var file = Array("%PDF-1.7\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            // Bytes above 127 stand for themselves.
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }
        let start = file.count
        file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets { file += Array((String(format: "%010d", offset) + " 00000 n \n").utf8) }
        return file + Array("trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }
}

/// A JPEG file taken apart: the segments before the pixels, and all that follows.
struct JPEGSegments {
    struct Segment {
        var marker: UInt8
        var data: [UInt8]
    }

    var segments: [Segment] = []
    /// From the end of the start-of-scan header on.
    var scan: [UInt8] = []

    /// Nil when the file is not put together as it should be.
    init?(_ jpeg: [UInt8]) {
        var at = 2
        while at + 4 <= jpeg.count, jpeg[at] == 0xFF {
            let marker = jpeg[at + 1]
            let length = Int(jpeg[at + 2]) << 8 | Int(jpeg[at + 3])
            guard length >= 2, at + 2 + length <= jpeg.count else { return nil }
            segments.append(Segment(marker: marker, data: Array(jpeg[at + 4..<at + 2 + length])))
            at += 2 + length
            if marker == 0xDA {
                scan = Array(jpeg[at...])
                return
            }
        }
        return nil
    }

    /// The file again, every length right.
    var bytes: [UInt8] {
        [0xFF, 0xD8]
            + segments.flatMap { segment in
                let length = segment.data.count + 2
                return [0xFF, segment.marker, UInt8(length >> 8 & 255), UInt8(length & 255)] + segment.data
            } + scan
    }
}

internal import Barcodes
internal import CZXing
internal import ImageDecoding

extension CodeReading {
    /// Converts a ZXing result; nil for a code without data.
    init?(_ code: zxing_code) {
        guard code.count > 0, let data = code.bytes,
            let symbology = ZXingReader.names.first(where: { $0.name == code.symbology })?.symbology
        else { return nil }
        let points = withUnsafeBytes(of: code.corners) { Array($0.bindMemory(to: Int32.self)) }
        self.init(
            symbology: symbology,
            aim: code.aim.flatMap { AIMIdentifier.split(String(cString: $0))?.identifier },
            bytes: UnsafeBufferPointer(start: data, count: code.count).map(\.self),
            quality: code.symbology == ZXING_QR ? 1 : Int(code.lines),
            corners: stride(from: 0, to: points.count - 1, by: 2).map {
                PixelPoint(x: Int(points[$0]), y: Int(points[$0 + 1]))
            },
            isUpright: false
        )
    }
}

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

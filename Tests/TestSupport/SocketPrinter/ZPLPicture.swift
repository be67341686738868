import Foundation

/// The one picture of a ZPL format, read back dot by dot (`^GFA`, ZPL II Programming Guide, appendix on compression).
public struct ZPLPicture: Sendable {
    public struct Unreadable: Error {
        public let what: String
    }

    public let width: Int
    public let height: Int
    public let copies: Int
    /// Rows one after the other, padded to whole bytes; 1 is black.
    public let rows: [UInt8]

    public init(_ format: [UInt8]) throws {
        let text = String(decoding: format, as: UTF8.self)
        guard
            let match = text.firstMatch(
                of: /\^PW([0-9]+)\^LL([0-9]+)\^FO0,0\^GFA,([0-9]+),([0-9]+),([0-9]+),([^\^]*)\^FS\^PQ([0-9]+)\^XZ/
            ),
            let width = Int(match.1), let height = Int(match.2), let sent = Int(match.3), let size = Int(match.4),
            let stride = Int(match.5), let copies = Int(match.7), sent == size, stride * height == size
        else { throw Unreadable(what: String(text.prefix(120))) }
        self.width = width
        self.height = height
        self.copies = copies
        rows = try Self.rows(match.6.utf8, stride: stride)
        guard rows.count == size else { throw Unreadable(what: "\(rows.count) bytes of \(size)") }
    }

    /// As a portable bitmap.
    public var pbm: [UInt8] { Array("P4\n\(width) \(height)\n".utf8) + rows }

    /// The bytes of rows of `stride` bytes.
    public static func rows(_ text: Substring.UTF8View, stride: Int) throws -> [UInt8] {
        var rows: [UInt8] = []
        var digits: [UInt8] = []
        var count = 0
        func finish() {
            rows += Swift.stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
            digits = []
        }
        for byte in text {
            switch byte {
            case UInt8(ascii: "G")...UInt8(ascii: "Y"): count += Int(byte - UInt8(ascii: "F"))
            case UInt8(ascii: "g")...UInt8(ascii: "z"): count += 20 * Int(byte - UInt8(ascii: "f"))
            case UInt8(ascii: ","), UInt8(ascii: "!"):
                let digit: UInt8 = byte == UInt8(ascii: ",") ? 0 : 15
                digits += Array(repeating: digit, count: 2 * stride - digits.count)
            case UInt8(ascii: ":"): rows += rows.suffix(stride)
            default:
                guard let digit = Int(String(UnicodeScalar(byte)), radix: 16) else {
                    throw Unreadable(what: "byte \(byte)")
                }
                digits += Array(repeating: UInt8(digit), count: max(1, count))
                count = 0
            }
            guard digits.count <= 2 * stride else { throw Unreadable(what: "a row that is too long") }
            if digits.count == 2 * stride { finish() }
        }
        return rows
    }
}

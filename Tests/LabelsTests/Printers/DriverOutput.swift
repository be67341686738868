import Foundation
import TestSupport
import Testing

/// What a driver made of the first page, read back as the printer would set it.
struct DriverOutput {
    /// Languages of printers.
    enum Language: Sendable {
        /// `~DG` of ZPL II.
        case zpl
        /// `GW` of EPL2.
        case eplPage
        /// Rows of EPL1.
        case eplLine
        /// `CG` of CPCL.
        case cpcl
        /// Rows of LabelWriters, after Dymo's technical references.
        case dymo
        /// Raster of PCL, modes 0 to 3, after HP's technical reference manuals.
        case pcl
    }

    struct Unreadable: Error {
        let place: Int
    }

    /// Eight dots a byte, 1 is black; rows that are left out are white.
    private(set) var rows: [Int: [UInt8]] = [:]
    /// How many pages there are.
    private(set) var pages = 0

    func isDark(_ x: Int, _ y: Int) -> Bool {
        guard let row = rows[y], x / 8 < row.count else { return false }
        return row[x / 8] & 0x80 >> UInt8(x % 8) != 0
    }

    init(_ path: String, _ language: Language) throws {
        var reader = Reader(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        switch language {
        case .zpl: try readZPL(&reader)
        case .eplPage: try readEPLPage(&reader)
        case .eplLine: try readEPLLines(&reader)
        case .cpcl: try readCPCL(&reader)
        case .dymo: try readDymo(&reader)
        case .pcl: try readPCL(&reader)
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        var isAtEnd: Bool { place >= bytes.count }

        mutating func byte() throws -> UInt8 {
            guard !isAtEnd else { throw Unreadable(place: place) }
            place += 1
            return bytes[place - 1]
        }

        mutating func take(_ count: Int) throws -> [UInt8] {
            guard count >= 0, place + count <= bytes.count else { throw Unreadable(place: place) }
            place += count
            return Array(bytes[place - count..<place])
        }

        mutating func skip(_ text: String) -> Bool {
            guard bytes[place...].starts(with: text.utf8) else { return false }
            place += text.utf8.count
            return true
        }

        /// A decimal number, and the byte after it.
        mutating func number() throws -> (value: Int, end: UInt8) {
            var value = 0
            var next = try byte()
            while (48...57).contains(next) {
                value = value * 10 + Int(next - 48)
                next = try byte()
            }
            return (value, next)
        }
    }

    private mutating func readZPL(_ reader: inout Reader) throws {
        while !reader.isAtEnd {
            guard reader.skip("~DGR:CUPS.GRF,") else {
                reader.place += 1
                continue
            }
            pages += 1
            let size = try reader.number().value
            let stride = try reader.number().value
            let first = reader.place + 1
            while !reader.bytes[reader.place...].starts(with: "^XA".utf8) { reader.place += 1 }
            guard pages == 1 else { continue }
            let text = String(decoding: reader.bytes[first..<reader.place].filter { $0 != 10 }, as: UTF8.self)
            let dots = try ZPLPicture.rows(text[...].utf8, stride: stride)
            guard dots.count == size else { throw Unreadable(place: reader.place) }
            for y in 0..<size / stride { rows[y] = Array(dots[y * stride..<(y + 1) * stride]) }
        }
    }

    private mutating func readEPLPage(_ reader: inout Reader) throws {
        while !reader.isAtEnd {
            if reader.skip("GW0,") {
                let y = try reader.number().value
                let stride = try reader.number().value
                _ = try reader.number()
                let row = try reader.take(stride).map { ~$0 }
                if pages == 0 { rows[y] = row }
            } else {
                if reader.skip("P1\n") { pages += 1 } else { reader.place += 1 }
            }
        }
    }

    private mutating func readEPLLines(_ reader: inout Reader) throws {
        var y = 0
        while !reader.isAtEnd {
            if reader.skip("\u{1B}g") {
                guard let stride = Int(String(decoding: try reader.take(3), as: UTF8.self)) else {
                    throw Unreadable(place: reader.place)
                }
                let row = try reader.take(stride)
                if pages == 0 { rows[y] = row }
                y += 1
            } else {
                if reader.skip("\u{1B}E\u{0C}") { pages += 1 } else { reader.place += 1 }
            }
        }
    }

    private mutating func readCPCL(_ reader: inout Reader) throws {
        while !reader.isAtEnd {
            if reader.skip("CG ") {
                let stride = try reader.number().value
                _ = try reader.number()
                _ = try reader.number()
                let y = try reader.number().value
                let row = try reader.take(stride)
                if pages == 0 { rows[y] = row }
            } else {
                if reader.skip("PRINT\r\n") { pages += 1 } else { reader.place += 1 }
            }
        }
    }

    private mutating func readDymo(_ reader: inout Reader) throws {
        var (y, tab, stride) = (0, 0, 0)
        func keep(_ row: [UInt8]) {
            if pages == 0 { rows[y] = [UInt8](repeating: 0, count: tab) + row }
            y += 1
        }
        while !reader.isAtEnd {
            switch try reader.byte() {
            case 0x16: keep(try reader.take(stride))
            case 0x17: keep(try Self.runs(stride, &reader))
            case 0x1B where reader.skip("B"): tab = Int(try reader.byte())
            case 0x1B where reader.skip("D"): stride = Int(try reader.byte())
            case 0x1B where reader.skip("f\u{01}"): y += Int(try reader.byte())
            case 0x1B where reader.skip("L") || reader.skip("Q"): _ = try reader.take(2)
            case 0x1B where reader.skip("q"): _ = try reader.byte()
            // The last label is cut and then let out.
            case 0x1B where reader.skip("E") || reader.skip("G"): (pages, y) = (pages + (y > 0 ? 1 : 0), 0)
            case 0x1B: _ = try reader.byte()
            default: throw Unreadable(place: reader.place)
            }
        }
    }

    /// Bytes that each are a colour, in the highest bit, and how many dots have it.
    private static func runs(_ stride: Int, _ reader: inout Reader) throws -> [UInt8] {
        var row = [UInt8](repeating: 0, count: stride)
        var x = 0
        while x < 8 * stride {
            let code = try reader.byte()
            for _ in 0...Int(code & 0x7F) where x < 8 * stride {
                if code & 0x80 != 0 { row[x / 8] |= 0x80 >> UInt8(x % 8) }
                x += 1
            }
        }
        return row
    }

    private mutating func readPCL(_ reader: inout Reader) throws {
        var (y, mode) = (0, 0)
        var seed: [UInt8] = []
        while !reader.isAtEnd {
            if reader.skip("\u{1B}*b") {
                let (value, end) = try reader.number()
                switch end {
                case UInt8(ascii: "M"), UInt8(ascii: "m"): mode = value
                case UInt8(ascii: "Y"), UInt8(ascii: "y"): (y, seed) = (y + value, [])
                case UInt8(ascii: "W"):
                    seed = try Self.row(reader.take(value), mode, after: seed)
                    if pages == 0 { rows[y] = seed }
                    y += 1
                default: throw Unreadable(place: reader.place)
                }
            } else {
                if try reader.byte() == 0x0C { (pages, y) = (pages + 1, 0) }
            }
        }
    }

    private static func row(_ bytes: [UInt8], _ mode: Int, after seed: [UInt8]) throws -> [UInt8] {
        var reader = Reader(bytes: bytes)
        var row: [UInt8] = []
        switch mode {
        case 0: return bytes
        case 1:
            while !reader.isAtEnd {
                let count = Int(try reader.byte()) + 1
                row += Array(repeating: try reader.byte(), count: count)
            }
        case 2:
            while !reader.isAtEnd {
                let code = Int(try reader.byte())
                if code < 128 {
                    row += try reader.take(code + 1)
                } else if code > 128 {
                    row += Array(repeating: try reader.byte(), count: 257 - code)
                }
            }
        case 3:
            row = seed
            var x = 0
            while !reader.isAtEnd {
                let code = Int(try reader.byte())
                x += code & 31
                if code & 31 == 31 {
                    var more = 255
                    while more == 255 {
                        more = Int(try reader.byte())
                        x += more
                    }
                }
                let changed = try reader.take((code >> 5) + 1)
                row += Array(repeating: 0, count: max(0, x + changed.count - row.count))
                row.replaceSubrange(x..<x + changed.count, with: changed)
                x += changed.count
            }
        default: throw Unreadable(place: 0)
        }
        return row
    }
}

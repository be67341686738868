@testable import Scanning

/// HID POS scanners by their report descriptors, and the reports they send.
enum VirtualPointOfSaleScanner: CaseIterable {
    /// Report 2: count, three bytes of symbology, 56 of data, two reserved, a bit for more to come.
    case common
    /// Report 2: count, 56 bytes of data, five that the maker reserves; as the FM430 does it.
    case newland
    /// No report numbers: count, symbology as a range of usages, 30 bytes of data, and the bit in a whole byte.
    case plain

    var descriptor: [UInt8] {
        switch self {
        case .common:
            [
                0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x12, 0xa1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26, 0xff, 0x00,
                0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3b, 0x81, 0x02, 0x95, 0x03, 0x05, 0x8c, 0x09, 0xfb, 0x09,
                0xfc, 0x09, 0xfd, 0x81, 0x02, 0x95, 0x38, 0x09, 0xfe, 0x82, 0x02, 0x01, 0x95, 0x02, 0x81, 0x03, 0x75,
                0x01, 0x95, 0x01, 0x25, 0x01, 0x09, 0xff, 0x81, 0x02, 0x75, 0x07, 0x81, 0x03, 0xc0, 0xc0,
            ]
        case .newland:
            [
                0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x85, 0x02, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x01,
                0x0b, 0x3b, 0x00, 0x01, 0x00, 0x81, 0x02, 0x95, 0x38, 0x09, 0xfe, 0x81, 0x02, 0x95, 0x05, 0x06, 0x66,
                0xff, 0x09, 0x04, 0x81, 0x02, 0xc0,
            ]
        case .plain:
            [
                0x06, 0x8c, 0x00, 0x09, 0x02, 0xa1, 0x01, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3b, 0x81, 0x02,
                0x95, 0x03, 0x05, 0x8c, 0x19, 0xfb, 0x29, 0xfd, 0x81, 0x02, 0x95, 0x1e, 0x09, 0xfe, 0x81, 0x02, 0x95,
                0x01, 0x09, 0xff, 0x81, 0x02, 0xc0,
            ]
        }
    }

    var layout: PointOfSaleLayout? {
        (try? ReportDescriptor(parsing: descriptor)).flatMap(PointOfSaleLayout.init)
    }

    /// One report; the symbology and the bit are left out where the scanner has no place for them.
    func report(_ data: [UInt8], symbology: [UInt8] = [0, 0, 0], isContinued: Bool = false) -> [UInt8] {
        func padded(_ count: Int) -> [UInt8] { data + [UInt8](repeating: 0, count: max(0, count - data.count)) }
        let length = UInt8(truncatingIfNeeded: data.count)
        let more: UInt8 = isContinued ? 1 : 0
        return switch self {
        case .common: [2, length] + symbology + padded(56) + [0, 0, more]
        case .newland: [2, length] + padded(56) + [0, 0, 0, 0, 0xab]
        case .plain: [length] + symbology + padded(30) + [more]
        }
    }

    /// All reports of one barcode.
    func reports(_ data: [UInt8], symbology: [UInt8] = [0, 0, 0]) -> [[UInt8]] {
        let size = self == .plain ? 30 : 56
        let starts = data.isEmpty ? [0] : Array(stride(from: 0, to: data.count, by: size))
        return starts.map { start in
            let end = min(start + size, data.count)
            return report(Array(data[start..<end]), symbology: symbology, isContinued: end < data.count)
        }
    }
}

import Barcodes

/// The content of one report: a whole barcode, or part of a longer one.
struct PointOfSaleFragment: Equatable {
    let data: [UInt8]
    let symbology: AIMIdentifier?
    /// Whether the next report continues the same barcode.
    let isContinued: Bool
    /// Whether the report is full.
    let isFull: Bool

    /// Parses a report as returned by `read`; nil for another kind of report, such as the state of the trigger.
    init?(_ bytes: [UInt8], layout: PointOfSaleLayout) throws(ScanRejection) {
        var body = bytes[...]
        let id = layout.hasReportIDs ? body.popFirst() : 0
        guard let id, let report = layout.reports[id] else { return nil }
        guard body.count >= report.size else { throw .malformedReport }
        let content = Array(body)

        let isContinued = report.continued.map { Self.number($0, in: content) != 0 } ?? false
        var data = report.data.map { UInt8(truncatingIfNeeded: Self.number($0, in: content)) }
        if let length = report.length {
            let count = Self.number(length, in: content)
            // Some scanners give the total length of all reports of a barcode in the first report.
            guard count <= data.count || isContinued else { throw .malformedReport }
            data = Array(data.prefix(Int(count)))
        } else {
            while data.last == 0 { data.removeLast() }
        }
        self.data = data
        self.isFull = data.count == report.data.count
        self.isContinued = isContinued
        self.symbology = Self.identifier(
            report.symbology.map { UInt8(truncatingIfNeeded: Self.number($0, in: content)) }
        )
    }

    /// The AIM identifier in the three symbology bytes; nil when the scanner uses them differently or not at all.
    private static func identifier(_ bytes: [UInt8]) -> AIMIdentifier? {
        guard bytes.count == 3, bytes[0] == UInt8(ascii: "]") else { return nil }
        return AIMIdentifier(code: Character(Unicode.Scalar(bytes[1])), modifier: Character(Unicode.Scalar(bytes[2])))
    }

    /// Numbers in reports are little-endian, starting with the lowest bit.
    private static func number(_ value: PointOfSaleLayout.Value, in bytes: [UInt8]) -> UInt32 {
        var number: UInt32 = 0
        for bit in 0..<min(value.size, 32) {
            let place = value.offset + bit
            guard place / 8 < bytes.count else { break }
            if bytes[place / 8] >> (place % 8) & 1 == 1 { number |= 1 << bit }
        }
        return number
    }
}

import Glibc

/// The location of the barcode in the reports of a HID POS scanner, derived from its report descriptor.
///
/// Layouts differ between manufacturers: the symbology is before or after the data, or missing (HID Point of Sale
/// Usage Tables 1.02, page 0x8C).
struct PointOfSaleLayout: Equatable {
    private enum Usage {
        static let scanner: UInt32 = 0x8c_0002
        static let byteCount: UInt32 = 0x01_003b
        static let symbology: ClosedRange<UInt32> = 0x8c_00fb...0x8c_00fd
        static let data: UInt32 = 0x8c_00fe
        static let continued: UInt32 = 0x8c_00ff
    }

    /// A report that holds decoded data; all positions are in bits.
    struct Report: Equatable {
        fileprivate(set) var length: Value?
        fileprivate(set) var symbology: [Value] = []
        fileprivate(set) var data: [Value] = []
        fileprivate(set) var continued: Value?
        /// In bytes, without the ID.
        fileprivate(set) var size = 0
    }

    /// A number in a report.
    struct Value: Equatable {
        let offset: Int
        let size: Int
    }

    let hasReportIDs: Bool
    /// The reports by ID; the ID is 0 when the device uses no report IDs.
    private(set) var reports: [UInt8: Report] = [:]

    /// Returns nil when the descriptor is not that of a scanner, or its data fields are not whole bytes.
    init?(_ descriptor: ReportDescriptor) {
        hasReportIDs = descriptor.hasReportIDs
        for field in descriptor.fields where field.application == Usage.scanner {
            for index in 0..<min(field.count, ScanReading.longest * 4) {
                guard let usage = field.usage(at: index) else { continue }
                let value = Value(offset: field.offset + index * field.size, size: field.size)
                Self.place(value, as: usage, in: &reports[field.reportID, default: Report()])
            }
        }
        reports = reports.filter { !$0.value.data.isEmpty && $0.value.data.allSatisfy { $0.size == 8 } }
        for id in reports.keys { reports[id]?.size = (descriptor.bits[id, default: 0] + 7) / 8 }
        if reports.isEmpty { return nil }
    }

    /// The layout of the HID device at a sysfs path, without opening the device; nil when it is not a scanner.
    init?(ofDeviceAt syspath: String) {
        let file = open(syspath + "/report_descriptor", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        while bytes.count <= ReportDescriptor.longest {
            let part = [UInt8](unsafeUninitializedCapacity: ReportDescriptor.longest + 1) { buffer, filled in
                filled = max(read(file, buffer.baseAddress, buffer.count), 0)
            }
            if part.isEmpty { break }
            bytes += part
        }
        guard let descriptor = try? ReportDescriptor(parsing: bytes) else { return nil }
        self.init(descriptor)
    }

    private static func place(_ value: Value, as usage: UInt32, in report: inout Report) {
        switch usage {
        case Usage.byteCount: report.length = report.length ?? value
        case Usage.symbology: report.symbology.append(value)
        case Usage.data: report.data.append(value)
        case Usage.continued: report.continued = report.continued ?? value
        default: break
        }
    }
}

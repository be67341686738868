/// The input fields of a HID report descriptor (Device Class Definition for HID 1.11, section 6.2.2).
struct ReportDescriptor: Equatable {
    /// HID_MAX_DESCRIPTOR_SIZE of the kernel, in bytes.
    static let longest = 4_096
    /// The size in bits of the longest report that the kernel accepts.
    static let mostBits = 16_384 * 8
    /// Maximum number of fields and usages, more than any scanner has.
    static let mostFields = 512
    private static let deepest = 16

    private(set) var fields: [ReportField] = []
    /// Bits of input by report ID, without the ID.
    private(set) var bits: [UInt8: Int] = [:]
    private(set) var hasReportIDs = false

    private var global = GlobalItems()
    private var saved: [GlobalItems] = []
    private var local = LocalItems()
    /// The usages of the open collections; only the outermost, the application, is used.
    private var collections: [UInt32] = []

    /// Parses a descriptor; throws the error that it contains.
    init(parsing bytes: [UInt8]) throws(ReportDescriptorError) {
        guard bytes.count <= Self.longest else { throw .tooLong }
        var rest = bytes[...]
        while let prefix = rest.popFirst() {
            if prefix == 0xfe {
                // A long item consists of its size, its tag and its data; no long items are defined.
                guard let size = rest.popFirst(), rest.count > Int(size) else { throw .truncated }
                rest = rest.dropFirst(Int(size) + 1)
                continue
            }
            let size = prefix & 3 == 3 ? 4 : Int(prefix & 3)
            guard rest.count >= size else { throw .truncated }
            let data = rest.prefix(size).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(size)
            try take(kind: prefix >> 2 & 3, tag: prefix >> 4, data: data, size: size)
        }
        guard collections.isEmpty else { throw .unbalanced }
    }

    private mutating func take(kind: UInt8, tag: UInt8, data: UInt32, size: Int) throws(ReportDescriptorError) {
        switch kind {
        case 0: try takeMain(tag, data)
        case 1: try takeGlobal(tag, data)
        case 2: local.take(tag, data, size: size, page: global.page)
        default: break  // reserved
        }
        guard local.usages.count <= Self.mostFields else { throw .tooLong }
    }

    private mutating func takeMain(_ tag: UInt8, _ data: UInt32) throws(ReportDescriptorError) {
        defer { local = LocalItems() }
        switch tag {
        case 0x8: try addInput(flags: data)
        case 0xa:
            guard collections.count < Self.deepest else { throw .tooLong }
            collections.append(local.usages.first?.lowerBound ?? 0)
        case 0xc:
            guard collections.popLast() != nil else { throw .unbalanced }
        default: break  // Output and Feature say nothing about what comes in.
        }
    }

    private mutating func takeGlobal(_ tag: UInt8, _ data: UInt32) throws(ReportDescriptorError) {
        switch tag {
        case 0x0: global.page = UInt16(truncatingIfNeeded: data)
        case 0x7:
            guard data <= 32 else { throw .badField }
            global.size = Int(data)
        case 0x8:
            guard let id = UInt8(exactly: data), id > 0 else { throw .badField }
            global.reportID = id
            hasReportIDs = true
        case 0x9:
            guard data <= UInt32(Self.mostBits) else { throw .badField }
            global.count = Int(data)
        case 0xa:
            guard saved.count < Self.deepest else { throw .tooLong }
            saved.append(global)
        case 0xb:
            guard let former = saved.popLast() else { throw .unbalanced }
            global = former
        default: break  // Logical and physical limits and units change no position.
        }
    }

    private mutating func addInput(flags: UInt32) throws(ReportDescriptorError) {
        let offset = bits[global.reportID, default: 0]
        let end = offset + global.size * global.count
        guard end <= Self.mostBits, fields.count < Self.mostFields else { throw .tooLong }
        bits[global.reportID] = end
        // Bit 0 marks constant data, which is padding.
        guard flags & 1 == 0, global.count > 0, global.size > 0 else { return }
        fields.append(
            ReportField(
                application: collections.first ?? 0,
                reportID: global.reportID,
                offset: offset,
                size: global.size,
                count: global.count,
                usages: local.usages
            )
        )
    }
}

/// A run of equally sized values in an input report.
struct ReportField: Equatable {
    /// The usage of the outermost collection.
    let application: UInt32
    /// 0 when the device uses no report IDs.
    let reportID: UInt8
    /// In bits from the beginning of the report, after its ID.
    let offset: Int
    /// The size of one value in bits.
    let size: Int
    let count: Int
    let usages: [ClosedRange<UInt32>]

    /// The usage of the value at `index`; the last usage applies to all further values.
    func usage(at index: Int) -> UInt32? {
        var left = index
        for range in usages {
            if left < range.count { return range.lowerBound + UInt32(left) }
            left -= range.count
        }
        return usages.last?.upperBound
    }
}

/// State that applies to all following fields of a report descriptor (HID 1.11, section 6.2.2.7).
struct GlobalItems: Equatable {
    var page: UInt16 = 0
    /// The size of one value in bits.
    var size = 0
    var count = 0
    /// 0 until an ID is given.
    var reportID: UInt8 = 0
}

/// State that applies only to the next main item of a report descriptor (HID 1.11, section 6.2.2.8).
struct LocalItems: Equatable {
    /// Usages with their page in the upper half, in the given order.
    private(set) var usages: [ClosedRange<UInt32>] = []
    private var minimum: UInt32?

    mutating func take(_ tag: UInt8, _ data: UInt32, size: Int, page: UInt16) {
        // A usage of four bytes includes its own page.
        let usage = size == 4 ? data : UInt32(page) << 16 | (data & 0xffff)
        switch tag {
        case 0x0:
            usages.append(usage...usage)
        case 0x1:
            minimum = usage
        case 0x2:
            if let minimum, minimum <= usage { usages.append(minimum...usage) }
            minimum = nil
        default: break  // Designators, strings and delimiters are not needed.
        }
    }
}

/// Why a report descriptor cannot be used.
enum ReportDescriptorError: Error, Equatable {
    /// It ends within an item.
    case truncated
    /// Collections or saved states are closed without being open, or left open.
    case unbalanced
    /// A size, count or number that is invalid in a report.
    case badField
    /// More than any scanner needs.
    case tooLong
}

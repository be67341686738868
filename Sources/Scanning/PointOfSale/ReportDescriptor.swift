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

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

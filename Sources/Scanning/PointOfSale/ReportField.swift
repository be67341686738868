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

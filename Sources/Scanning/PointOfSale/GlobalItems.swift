/// State that applies to all following fields of a report descriptor (HID 1.11, section 6.2.2.7).
struct GlobalItems: Equatable {
    var page: UInt16 = 0
    /// The size of one value in bits.
    var size = 0
    var count = 0
    /// 0 until an ID is given.
    var reportID: UInt8 = 0
}

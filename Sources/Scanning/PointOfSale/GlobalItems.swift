/// What holds for all fields that follow in a report descriptor (HID 1.11, section 6.2.2.7).
struct GlobalItems: Equatable {
    var page: UInt16 = 0
    /// Of one value, in bits.
    var size = 0
    var count = 0
    /// 0 while none has been given.
    var reportID: UInt8 = 0
}

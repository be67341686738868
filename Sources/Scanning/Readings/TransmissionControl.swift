/// The control characters that belong to the transmission and not to a barcode, so that between two barcodes they mean
/// nothing (ISO/IEC 646 and ISO/IEC 6429).
///
/// Within a barcode they are refused, as all control characters are. SOH, STX and DLE begin something, DC2 and DC4 switch
/// devices that no scanner has, and the others are data: these are refused between barcodes too.
enum TransmissionControl {
    /// Fills time, as NUL does.
    static let delete: UInt8 = 127

    static func contains(_ control: UInt8) -> Bool {
        switch control {
        case 0, 3, 4, 5, 6, 7: true  // NUL, ETX, EOT, ENQ, ACK, BEL
        case 17, 19: true  // DC1 and DC3: XON and XOFF
        case 21, 22, 23: true  // NAK, SYN, ETB
        case delete: true
        default: false
        }
    }
}

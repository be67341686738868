/// The control characters that belong to the transmission rather than to a barcode, and are ignored between two
/// barcodes (ISO/IEC 646 and ISO/IEC 6429).
///
/// Within a barcode they are rejected like all control characters. SOH, STX and DLE begin a sequence, DC2 and DC4
/// switch devices that scanners do not have, and the others are data; these are rejected between barcodes too.
enum TransmissionControl {
    /// Time fill, like NUL.
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

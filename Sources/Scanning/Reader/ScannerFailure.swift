/// Why a named scanner cannot be read.
public enum ScannerFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Opening the node failed with this `errno`.
    case cannotOpen(Int32)
    /// Another program has grabbed the scanner, or grabbing failed with this `errno`.
    case cannotGrab(Int32)
    /// Reading failed with this `errno`; the scanner was closed.
    case cannotRead(Int32)
    /// The node belongs to another device, with these vendor and product IDs; it was closed unread.
    case replaced(vendor: String, product: String)
    case badLayout(KeyboardLayoutError)
    /// Its setting also matches another device, or has done so since it was made; neither device is read.
    case indistinguishable

    public var description: String {
        switch self {
        case .cannotOpen(let number):
            "cannot open the scanner (error \(number)): check that its udev rule gives it to the group outguide"
        case .cannotGrab(let number):
            "cannot have the scanner alone (error \(number)): stop the other program that reads it; Outguide tries again"
        case .cannotRead(let number):
            "cannot read the scanner (error \(number)): Outguide tries again; if it stays so, plug it in again"
        case .replaced(let vendor, let product):
            "cannot use the scanner: \(vendor):\(product) is in its place; plug it in again"
        case .badLayout(let error):
            error.description
        case .indistinguishable:
            "cannot tell the scanner from another one that is named in the same way, and reads neither: pair each of them "
                + "again while both are plugged in, or name each by its port and interface in the configuration"
        }
    }
}

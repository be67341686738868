/// A kind of barcode symbol.
///
/// Unknown kinds keep their own names.
public struct Symbology: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The lower-case name in JSON, such as `code128`.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let codabar = Symbology(rawValue: "codabar")
    public static let code128 = Symbology(rawValue: "code128")
    public static let code39 = Symbology(rawValue: "code39")
    public static let code93 = Symbology(rawValue: "code93")
    public static let dataBar = Symbology(rawValue: "databar")
    public static let dataBarExpanded = Symbology(rawValue: "databar-exp")
    public static let dataMatrix = Symbology(rawValue: "datamatrix")
    public static let ean13 = Symbology(rawValue: "ean13")
    public static let ean8 = Symbology(rawValue: "ean8")
    public static let interleaved2of5 = Symbology(rawValue: "itf")
    public static let pdf417 = Symbology(rawValue: "pdf417")
    public static let aztec = Symbology(rawValue: "aztec")
    public static let qr = Symbology(rawValue: "qr")
    public static let upcA = Symbology(rawValue: "upca")
    public static let upcE = Symbology(rawValue: "upce")

    /// Whether this is a symbology rather than an unassigned letter of an AIM identifier.
    public var isAssigned: Bool { !rawValue.hasPrefix("]") }

    public var description: String { rawValue }
}

/// One gun in the configuration.
public struct ScannerConfiguration: Sendable, Hashable {
    /// What its readings are attributed to; its USB identity when absent.
    public var name: String?
    /// USB vendor, four hexadecimal digits.
    public var vendor: String?
    /// USB product, four hexadecimal digits.
    public var product: String?
    /// USB serial number.
    public var serial: String?
    /// The USB port it is plugged into.
    public var port: String?
    /// The station that its readings belong to; one named after the gun when absent.
    public var station: String?
    /// The keyboard layout that the gun is set to, as xkb names it.
    public var layout: String = "us"
    /// The variant of the layout.
    public var variant: String?
}

public import Scanning

/// One gun in the configuration, or in the file of the guns that were paired.
public struct ScannerConfiguration: Sendable, Hashable {
    /// `name`: what its readings are attributed to; its USB identity when absent.
    public var name: String?
    /// `vendor`: USB vendor, four hexadecimal digits.
    public var vendor: String?
    /// `product`: USB product, four hexadecimal digits.
    public var product: String?
    /// `serial`: USB serial number.
    public var serial: String?
    /// `port`: the USB port it is plugged into; tells guns without serial numbers apart.
    public var port: String?
    /// `interface`: the interface of its USB device, two hexadecimal digits; tells the keyboards of one receiver apart.
    public var interface: String?
    /// `path`: a node or a link to one, such as `/dev/ttyS0`; the only way to name a real serial port.
    public var path: String?
    /// `station`: the station that its readings belong to; one named after the gun when absent.
    public var station: String?
    /// `layout`: the keyboard layout that the gun is set to, as xkb names it.
    public var layout: String = "us"
    /// `variant`: the variant of the layout.
    public var variant: String?
    /// `framing`: what marks the end of a barcode, for keyboard and serial guns.
    public var framing: ScanFraming = .suffix
    /// `idle`: the pause in milliseconds that ends a barcode, when `framing` is `idle`.
    public var idle: Int = 250
    /// `speed`, `dataBits`, `parity`, `stopBits`: how the line of a serial gun is set up.
    public var line: SerialLine = .common

    /// `prefix`, `suffix`: the letters that the gun puts around each barcode.
    public var affixes = ScanAffixes()
    /// `memory`, `linear`: whether it sends codes that it has stored, and whether it reads linear symbols only.
    public var habits = SymbolHabits()

    /// Its keyboard layout.
    var keyboard: KeyboardLayout { KeyboardLayout(name: layout, variant: variant) }

    /// The one gun that it names, where a pairing wrote it.
    var gun: ScannerIdentity {
        ScannerIdentity(vendor: vendor ?? "", product: product ?? "", serial: serial, port: port)
    }

    /// Which devices it names.
    func match() throws(ScannerMatchError) -> ScannerMatch {
        try ScannerMatch(vendor: vendor, product: product, serial: serial, port: port, interface: interface, path: path)
    }

    /// What a reader is told.
    func setting() throws(ScannerMatchError) -> ScannerSetting {
        ScannerSetting(
            match: try match(),
            name: name,
            station: station,
            layout: keyboard,
            framing: framing,
            idle: .milliseconds(idle),
            line: line,
            affixes: affixes,
            habits: habits
        )
    }
}

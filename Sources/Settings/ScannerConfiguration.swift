package import Scanning
import Vocabulary

/// One scanner in the configuration or in the file of paired scanners.
package struct ScannerConfiguration: Sendable, Hashable {
    /// The name recorded with its readings; its USB identity when absent.
    package var name: String?
    /// USB vendor and product, four hexadecimal digits each.
    package var vendor: String?
    package var product: String?
    /// USB serial number.
    package var serial: String?
    /// The USB port it is plugged into; distinguishes scanners without serial numbers.
    package var port: String?
    /// The interface of its USB device, two hexadecimal digits; distinguishes the keyboards of one receiver.
    package var interface: String?
    /// A device node or a link to one, such as `/dev/ttyS0`; the only way to name a real serial port.
    package var path: String?
    /// The station of its readings; one named after the scanner when absent.
    package var station: String?
    /// The keyboard layout that the scanner is set to, as xkb names it, and its variant.
    package var layout = "us"
    package var variant: String?
    /// What marks the end of a barcode, for keyboard and serial scanners.
    package var framing = ScanFraming.suffix
    /// The pause in milliseconds that ends a barcode, when `framing` is `idle`.
    package var idle = 250
    /// The line settings of a serial scanner.
    package var line = SerialLine.common
    /// The characters that the scanner puts around each barcode.
    package var affixes = ScanAffixes()
    /// Whether it sends stored codes, and whether it reads only linear symbols.
    package var habits = SymbolHabits()

    package init() {}

    /// The keyboard layout as a value.
    package var keyboard: KeyboardLayout { KeyboardLayout(name: layout, variant: variant) }

    /// The single scanner that this entry names, if pairing wrote it.
    package var scanner: ScannerIdentity {
        ScannerIdentity(vendor: vendor ?? "", product: product ?? "", serial: serial, port: port)
    }

    /// The criteria for matching devices.
    ///
    /// - Throws: `ScannerMatchError` if the entry has no criterion, or a malformed one.
    package func match() throws(ScannerMatchError) -> ScannerMatch {
        try ScannerMatch(vendor: vendor, product: product, serial: serial, port: port, interface: interface, path: path)
    }

    /// The setting for the scanner reader.
    ///
    /// - Throws: `ScannerMatchError` as ``match()``.
    package func setting() throws(ScannerMatchError) -> ScannerSetting {
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

import Records
import Scanning

extension ReadingOrigin {
    /// Where a scan came from.
    init(_ scan: Scan) {
        let transport: ReadingTransport =
            switch scan.transport {
            case .keyboard: .keyboard
            case .pointOfSale: .pointOfSale
            case .serial: .serial
            }
        self.init(
            transport: transport,
            device: ScannerDevice(scan.scanner),
            ending: ReadingEnding(rawValue: scan.ending.rawValue)
        )
    }
}

extension ScannerDevice {
    /// A real serial port has neither numbers nor a port on a bus; its node stands for it.
    init(_ scanner: ScannerIdentity) {
        let isNumbered = !scanner.vendor.isEmpty || !scanner.product.isEmpty || scanner.serial != nil
        self.init(
            vendor: scanner.vendor,
            product: scanner.product,
            serial: scanner.serial,
            port: scanner.port ?? (isNumbered ? nil : scanner.devnode)
        )
    }
}

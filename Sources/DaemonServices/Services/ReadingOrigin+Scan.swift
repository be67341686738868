import Barcodes
import Circulation
package import Scanning
import Vocabulary

extension ReadingOrigin {
    /// The origin of a scan.
    init(_ scan: Scan) {
        self.init(
            transport: ReadingTransport(scan.transport),
            device: ScannerDevice(scan.scanner),
            ending: ReadingEnding(rawValue: scan.ending.rawValue)
        )
    }
}

extension Reading {
    /// A scan as a reading; nil when its station cannot be determined.
    init?(_ scan: Scan, sincePrevious: Int64? = nil) {
        guard let station = ScannerStations.station(of: scan.scanner, named: scan.station) else { return nil }
        self.init(
            bytes: scan.bytes,
            symbology: scan.symbology?.symbology,
            station: station,
            scanner: ScannerName(scan.name, of: scan.scanner),
            principal: .daemon,
            occurredAt: Timestamp(clamping: scan.time),
            sincePrevious: sincePrevious,
            origin: ReadingOrigin(scan)
        )
    }

    /// An empty reading, for scanner input that could not be decoded.
    init(nothingFrom scanner: ScannerIdentity, _ name: ScannerName?, at station: StationName, occurredAt: Timestamp?) {
        self.init(
            bytes: [],
            symbology: nil,
            station: station,
            scanner: name,
            principal: .daemon,
            occurredAt: occurredAt,
            origin: ReadingOrigin(transport: ReadingTransport(scanner.transport), device: ScannerDevice(scanner))
        )
    }
}

extension ScannerIdentity {
    /// The display name: the name that the device reports, or its identity when it reports none, as some cheap
    /// scanners do.
    package var title: String { name.isEmpty ? stableName : name }
}

extension ScannerName {
    /// The configured name of a scanner, or its identity truncated to the length limit of a name.
    init?(_ given: String?, of scanner: ScannerIdentity) {
        if let given, let name = ScannerName(given) {
            self = name
        } else {
            self.init(String(decoding: scanner.stableName.utf8.prefix(120), as: UTF8.self))
        }
    }
}

extension ReadingTransport {
    init(_ transport: ScannerTransport) {
        switch transport {
        case .keyboard: self = .keyboard
        case .pointOfSale: self = .pointOfSale
        case .serial: self = .serial
        }
    }
}

extension Refusal {
    /// Why a station refuses a scanner's input.
    init(_ rejection: ScanRejection) {
        let kind: RefusalKind =
            switch rejection {
            case .eventsDropped, .beginningMissing, .reportMissing: .lostInput
            case .tooLong: .tooLong
            case .controlCharacter: .controlCharacter
            case .altCode, .deadKey, .unreadableKey: .unreadableKey
            case .noEnding, .afterNoEnding: .notEnded
            case .partOfSymbol, .severalCodes, .afterRefusal, .identifierMissing: .partOfSymbol
            case .notText: .notText
            case .lineNoise: .lineNoise
            case .outsideFrame, .affixMissing: .outsideFrame
            case .malformedReport: .malformedReport
            case .deviceGone, .readerStopped: .cutOff
            }
        self.init(kind, rejection.message)
    }
}

extension ScannerDevice {
    /// A real serial port has no IDs and no bus port, so its device node identifies it.
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

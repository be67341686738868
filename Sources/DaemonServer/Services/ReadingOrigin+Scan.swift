import Barcodes
import Circulation
import Records
import Scanning

extension ReadingOrigin {
    /// Where a scan came from.
    init(_ scan: Scan) {
        self.init(
            transport: ReadingTransport(scan.transport),
            device: ScannerDevice(scan.scanner),
            ending: ReadingEnding(rawValue: scan.ending.rawValue)
        )
    }
}

extension Reading {
    /// What a gun read; nil where its station cannot be told.
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

    /// What a gun sent, of which nothing could be read.
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
    /// What people call it: what it says of itself, or its identity when it says nothing, as some cheap guns do.
    var title: String { name.isEmpty ? stableName : name }
}

extension ScannerName {
    /// The name that a setting gives a gun, else its identity, as much of it as a name may have.
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
    /// Why a station refuses what a gun sent.
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
        self.init(kind, rejection.description)
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

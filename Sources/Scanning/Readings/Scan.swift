public import Barcodes

/// One barcode as one scanner read it: whole, and not yet interpreted.
public struct Scan: Sendable, Hashable {
    public let scanner: ScannerIdentity
    /// The name of the setting that applies to the scanner.
    public let name: String?
    /// The station of the setting that applies to the scanner.
    public let station: String?
    public let reading: ScanReading

    public init(scanner: ScannerIdentity, name: String? = nil, station: String? = nil, reading: ScanReading) {
        self.scanner = scanner
        self.name = name
        self.station = station
        self.reading = reading
    }

    /// What was read, without what framed it; an AIM prefix is still in it.
    public var text: String { reading.text }
    /// What was read, as ``ScanReading/bytes`` says.
    public var bytes: [UInt8] { reading.bytes }
    /// The kind of symbol, where the scanner told it.
    public var symbology: AIMIdentifier? { reading.symbology }
    public var transport: ScannerTransport { scanner.transport }
    /// When the end of the reading was seen, in microseconds since 1970 UTC.
    public var time: Int64 { reading.timeOfDay }
    public var ending: ScanEnding { reading.ending }
}

/// What one scanner sent that cannot be used: nothing of it may be done, and it may have been anything.
public struct RefusedScan: Sendable, Hashable {
    public let scanner: ScannerIdentity
    /// The name of the setting that applies to the scanner.
    public let name: String?
    /// The station of the setting that applies to the scanner.
    public let station: String?
    public let rejection: ScanRejection
    /// The codes that came whole and are refused with it; none where nothing was whole.
    public let readings: [ScanReading]
    /// When that was seen, in microseconds since 1970 UTC.
    public let time: Int64

    public init(
        scanner: ScannerIdentity,
        name: String? = nil,
        station: String? = nil,
        rejection: ScanRejection,
        readings: [ScanReading] = [],
        time: Int64
    ) {
        self.scanner = scanner
        self.name = name
        self.station = station
        self.rejection = rejection
        self.readings = readings
        self.time = time
    }

    /// ``readings`` with the scanner that sent them.
    public var scans: [Scan] {
        readings.map { Scan(scanner: scanner, name: name, station: station, reading: $0) }
    }
}

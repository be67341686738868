public import Barcodes

/// One complete barcode read by one scanner, not yet interpreted.
public struct Scan: Sendable, Hashable {
    public let scanner: ScannerIdentity
    /// The name from the scanner's setting.
    public let name: String?
    /// The station from the scanner's setting.
    public let station: String?
    public let reading: ScanReading

    public init(scanner: ScannerIdentity, name: String? = nil, station: String? = nil, reading: ScanReading) {
        self.scanner = scanner
        self.name = name
        self.station = station
        self.reading = reading
    }

    /// The text without framing; an AIM prefix is still included.
    public var text: String { reading.text }
    /// The data as in ``ScanReading/bytes``.
    public var bytes: [UInt8] { reading.bytes }
    /// The symbology, if the scanner reported it.
    public var symbology: AIMIdentifier? { reading.symbology }
    public var transport: ScannerTransport { scanner.transport }
    /// When the end of the reading was received, in microseconds since 1970 UTC.
    public var time: Int64 { reading.timeOfDay }
    public var ending: ScanEnding { reading.ending }
}

/// Unusable input from one scanner; none of it may be acted on, because the original is unknown.
public struct RefusedScan: Sendable, Hashable {
    public let scanner: ScannerIdentity
    /// The name from the scanner's setting.
    public let name: String?
    /// The station from the scanner's setting.
    public let station: String?
    public let rejection: ScanRejection
    /// The complete codes that are rejected with it; empty when no code was complete.
    public let readings: [ScanReading]
    /// When the rejection occurred, in microseconds since 1970 UTC.
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

    /// ``readings`` as scans of the scanner.
    public var scans: [Scan] { readings.map { Scan(scanner: scanner, name: name, station: station, reading: $0) } }
}

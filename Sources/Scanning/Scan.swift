/// One barcode as one scanner read it: whole, and not yet interpreted.
public struct Scan: Sendable, Hashable {
    public let scanner: ScannerIdentity
    /// The name of the setting that applies to the scanner.
    public let name: String?
    /// The station of the setting that applies to the scanner.
    public let station: String?
    public let reading: KeyedReading

    public init(scanner: ScannerIdentity, name: String? = nil, station: String? = nil, reading: KeyedReading) {
        self.scanner = scanner
        self.name = name
        self.station = station
        self.reading = reading
    }

    /// What was read, without the key that ended it.
    public var text: String { reading.text }
    /// ``text`` in UTF-8: a keyboard scanner sends keys, and these are the bytes that its layout gives them.
    public var bytes: [UInt8] { Array(reading.text.utf8) }
    /// When the kernel saw the last key, in microseconds since 1970 UTC.
    public var time: Int64 { reading.time }
    public var ending: ScanEnding { reading.ending }
}

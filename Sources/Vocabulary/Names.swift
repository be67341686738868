/// The name of a station.
public struct StationName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil unless `text` is 1 to 64 of the letters, digits and `.
    ///
    /// _ - :`.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case 48...57, 65...90, 97...122, 46, 95, 45, 58: true
                default: false
                }
            })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}

/// The permanent name of a scanner: its USB identity, or a name in the configuration.
public struct ScannerName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil unless `text` is 1 to 128 bytes without control characters.
    public init?(_ text: String) {
        guard (1...128).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}

/// The owner of a session: a station, or one terminal in one file of readings.
public struct SessionName: Sendable, Hashable, CustomStringConvertible {
    /// For a station, the name of the station.
    ///
    /// Other names contain a space, which station names cannot.
    public let text: String

    public init(_ station: StationName) { text = station.text }

    /// Creates the name of a terminal in a file.
    ///
    /// Each terminal has its own session.
    public init(of batch: BatchNumber, scanner: ScannerName?) { text = "batch \(batch) \(scanner?.text ?? "")" }

    public var description: String { text }
}

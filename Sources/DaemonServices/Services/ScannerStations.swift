package import Scanning
package import Vocabulary

/// Assigns the readings of scanners to stations.
package enum ScannerStations {
    /// The named station, or one named after the scanner.
    package static func station(of scanner: ScannerIdentity, named name: String?) -> StationName? {
        if let name, let station = StationName(name) { return station }
        return Self.station(of: scanner.stableName)
    }

    /// The station named after a scanner.
    package static func station(of device: String) -> StationName? {
        let allowed = device.unicodeScalars.map { scalar -> Character in
            let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
            return isAllowed || "._-:".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        return StationName(String(String(allowed).prefix(64)))
    }
}

import Records
import Scanning

/// Which station the readings of a gun belong to.
enum ScannerStations {
    /// The named station, else one that is named after the gun.
    static func station(of scanner: ScannerIdentity, named name: String?) -> StationName? {
        if let name, let station = StationName(name) { return station }
        return Self.station(of: scanner.stableName)
    }

    /// The station that is named after a gun.
    static func station(of gun: String) -> StationName? {
        let allowed = gun.unicodeScalars.map { scalar -> Character in
            let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
            return isAllowed || "._-:".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        return StationName(String(String(allowed).prefix(64)))
    }
}

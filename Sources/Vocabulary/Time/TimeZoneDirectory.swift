import Glibc

/// The installed IANA time zone database: one compiled file for each zone.
public struct TimeZoneDirectory: Sendable {
    /// The path of Debian's package `tzdata`.
    public static let standard = TimeZoneDirectory(path: "/usr/share/zoneinfo")

    private let path: String

    public init(path: String) { self.path = path }

    /// Returns the clock of the zone with this name, or of a POSIX rule.
    ///
    /// - Throws: ``TimeZoneError`` if there is no such zone, or if its file cannot be used.
    public func clock(of zone: String) throws(TimeZoneError) -> LocalClock {
        if zone == LocalClock.utc.zone { return .utc }
        if Self.isName(zone), let bytes = Self.read("\(path)/\(zone)") {
            guard let rules = TimeZoneRules(tzif: bytes) else { throw .damaged(zone, directory: path) }
            return LocalClock(zone: zone, rules: rules)
        }
        guard let rules = TimeZoneRules(posix: zone) else { throw .unknown(zone, directory: path) }
        return LocalClock(zone: zone, rules: rules)
    }

    /// Returns the clock of this machine: that of the variable `TZ`, or else of the file `localtime`; UTC if neither
    /// names a zone.
    ///
    /// - Parameters:
    ///   - variable: the value of `TZ`.
    ///   - localtime: usually a symbolic link into the database, whose end is the name of the zone.
    public func machineClock(variable: String?, localtime: String = "/etc/localtime") -> LocalClock {
        if let variable, !variable.isEmpty {
            let zone = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
            // As in the C library, an unknown zone means UTC.
            return (try? clock(of: zone)) ?? .utc
        }
        if let target = Self.target(of: localtime), let mark = target.ranges(of: "zoneinfo/").last,
            let clock = try? clock(of: String(target[mark.upperBound...]))
        {
            return clock
        }
        guard let bytes = Self.read(localtime), let rules = TimeZoneRules(tzif: bytes) else { return .utc }
        // A copied file does not contain the zone's name; the rule describes its future behaviour.
        return LocalClock(zone: rules.posixRule, rules: rules)
    }

    /// Whether a text can be the name of a zone and no other path.
    private static func isName(_ text: String) -> Bool {
        guard (1...64).contains(text.utf8.count), !text.hasPrefix("right/") else { return false }
        return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }

    private static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Returns the bytes of a file; nil if it cannot be read or is longer than any file of the database.
    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= TimeZoneRules.longestFile {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        return nil
    }
}

/// The reason why a time zone cannot be used.
public enum TimeZoneError: Error, Sendable, Hashable, CustomStringConvertible {
    case unknown(String, directory: String)
    /// The file is not a compiled time zone, or counts leap seconds.
    case damaged(String, directory: String)

    public var description: String {
        switch self {
        case .unknown(let zone, let directory):
            "cannot find the time zone \(zone.prefix(64)) in \(directory): write a name such as America/Denver, and "
                + "install tzdata"
        case .damaged(let zone, let directory):
            "cannot read the time zone \(zone) in \(directory): install tzdata again"
        }
    }
}

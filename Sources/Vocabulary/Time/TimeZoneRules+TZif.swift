extension TimeZoneRules {
    /// The maximum size of a file, in bytes.
    ///
    /// The largest of the database has a few thousand.
    public static let longestFile = 1 << 18

    /// Parses a compiled time zone file (RFC 8536) of any version; nil for anything else.
    ///
    /// Files with leap seconds (those under `right/`) are refused, because the daemon's clock does not count them.
    public init?(tzif bytes: [UInt8]) {
        guard bytes.count <= Self.longestFile else { return nil }
        var reader = TZifReader(bytes)
        guard var header = reader.header() else { return nil }
        var width = 4
        if header.version >= 2 {
            // The first block repeats the second with 32-bit times.
            guard reader.skip(header.length(timeWidth: 4)), let second = reader.header() else { return nil }
            header = second
            width = 8
        }
        guard header.leapSeconds == 0, let listed = reader.periods(header, timeWidth: width) else { return nil }
        guard width == 8 else {
            self.init(listed: listed, recurring: nil)
            return
        }
        guard let footer = reader.footer() else { return nil }
        guard !footer.isEmpty else {
            self.init(listed: listed, recurring: nil)
            return
        }
        guard let recurring = RecurringPeriods(posix: footer) else { return nil }
        // A zone that never changed has no transitions, only its rule.
        self.init(listed: listed.count == 1 ? [recurring.standard(from: .min)] : listed, recurring: recurring)
    }
}

/// Reads a compiled time zone file.
private struct TZifReader {
    struct Header {
        let version: Int
        let universalFlags: Int
        let standardFlags: Int
        let leapSeconds: Int
        let transitions: Int
        let types: Int
        let characters: Int

        /// Returns the length of the block after the header, in bytes.
        func length(timeWidth: Int) -> Int {
            transitions * (timeWidth + 1) + types * 6 + characters + leapSeconds * (timeWidth + 4) + standardFlags
                + universalFlags
        }
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func header() -> Header? {
        guard index + 44 <= bytes.count, bytes[index..<index + 4].elementsEqual("TZif".utf8) else { return nil }
        let version = bytes[index + 4]
        index += 20
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(Int(UInt32(truncatingIfNeeded: number(4)))) }
        guard counts.allSatisfy({ $0 <= TimeZoneRules.longestFile }), counts[4] > 0, counts[5] > 0 else { return nil }
        return Header(
            version: version == 0 ? 1 : Int(version) - 48,
            universalFlags: counts[0],
            standardFlags: counts[1],
            leapSeconds: counts[2],
            transitions: counts[3],
            types: counts[4],
            characters: counts[5]
        )
    }

    mutating func skip(_ count: Int) -> Bool {
        guard index + count <= bytes.count else { return false }
        index += count
        return true
    }

    mutating func periods(_ header: Header, timeWidth: Int) -> [TimeZoneRules.Period]? {
        guard index + header.length(timeWidth: timeWidth) <= bytes.count else { return nil }
        let starts = (0..<header.transitions).map { _ in number(timeWidth) }
        let kinds = (0..<header.transitions).map { _ in Int(number(1) & 0xFF) }
        let types = (0..<header.types).map { _ in
            let offset = Int(number(4))
            index += 1
            return (offset: offset, name: Int(number(1) & 0xFF))
        }
        let names = bytes[index..<index + header.characters]
        index += header.characters + header.leapSeconds * (timeWidth + 4) + header.standardFlags
        index += header.universalFlags
        var periods: [TimeZoneRules.Period] = []
        for (start, kind) in [(Int64.min, 0)] + Array(zip(starts, kinds)) {
            guard types.indices.contains(kind), types[kind].name < names.count,
                (-93_599...93_599).contains(types[kind].offset), periods.last.map({ $0.start < start }) ?? true
            else { return nil }
            let name = names.dropFirst(types[kind].name).prefix { $0 != 0 }
            guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
            periods.append(
                TimeZoneRules.Period(
                    start: start,
                    secondsEastOfUTC: types[kind].offset,
                    abbreviation: String(decoding: name, as: UTF8.self)
                )
            )
        }
        return periods
    }

    /// Reads the text between the two line feeds at the end.
    mutating func footer() -> String? {
        guard index < bytes.count, bytes[index] == 10, bytes.last == 10, index < bytes.count - 1 else { return nil }
        return String(decoding: bytes[(index + 1)..<(bytes.count - 1)], as: UTF8.self)
    }

    /// Reads a big-endian signed number.
    ///
    /// The caller has checked that enough bytes are left.
    private mutating func number(_ width: Int) -> Int64 {
        var value: UInt64 = bytes[index] & 0x80 == 0 ? 0 : .max
        for byte in bytes[index..<index + width] { value = value << 8 | UInt64(byte) }
        index += width
        return Int64(bitPattern: value)
    }
}

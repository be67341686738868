import Glibc
import Testing

@testable import Vocabulary

/// Time zones are read as the C library reads them, and nothing else is taken for one.
@Suite struct TimeZoneRulesTests {
    /// Zones of every kind: with summer time in the north and south, without, with odd offsets and histories.
    @Test(arguments: [
        "Europe/Berlin", "America/Denver", "America/Santiago", "Asia/Beirut", "Pacific/Apia", "Pacific/Kiritimati",
        "Africa/Casablanca", "Europe/Dublin", "Asia/Tehran", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata",
        "Antarctica/Troll", "America/Sao_Paulo", "Asia/Gaza", "EST5EDT", "Etc/GMT+12",
    ])
    func theyAgreeWithTheLibrary(zone: String) throws {
        let clock = try TimeZoneDirectory.standard.clock(of: zone)
        // The library knows one zone for a process: another process is asked.
        let asked = stride(from: Int64(0), to: 4_000_000_000, by: 5_000_011).map { $0 }
        let told = try Self.offsets(in: zone, at: asked)
        #expect(told.count == asked.count)
        for (second, offset) in zip(asked, told) {
            let instant = Timestamp(clamping: second * 1_000_000)
            #expect(clock.secondsEastOfUTC(at: instant) == offset, "at \(instant)")
        }
    }

    @Test(arguments: ["", "EST", "5", "MST7MDT,", "MST7MDT,M3.2.0", "MST7MDT,M13.2.0,M11.1.0", "<+03-3", "A1"])
    func whatIsNoRuleIsNotTaken(text: String) {
        #expect(TimeZoneRules(posix: text) == nil)
    }

    @Test(arguments: [
        "../../../etc/passwd", "/etc/localtime", "Europe/../Europe/Berlin", "Europe", "Mars/Olympus",
        "right/Europe/Berlin",
        "tzdata.zi", "", "Europe/Berlin\n", ".", "america/denver",
    ])
    func whatIsNoZoneIsNotTaken(name: String) {
        #expect(throws: TimeZoneError.self) { _ = try TimeZoneDirectory.standard.clock(of: name) }
    }

    /// Every beginning of a file, and every file with one byte changed, is read or refused, and nothing worse.
    @Test func damagedFilesAreReadOrRefused() throws {
        let bytes = try #require(Self.bytes(of: "/usr/share/zoneinfo/Europe/Berlin"))
        #expect(TimeZoneRules(tzif: bytes) != nil)
        for length in 0..<bytes.count { #expect(TimeZoneRules(tzif: Array(bytes[..<length])) == nil) }
        for index in bytes.indices {
            for value in [UInt8(0x7F), 0xFF] {
                var changed = bytes
                changed[index] = value
                _ = TimeZoneRules(tzif: changed)?.period(at: 1_795_271_400)
            }
        }
    }

    @Test func theMachineIsInTheZoneThatItNames() {
        let zones = TimeZoneDirectory.standard
        #expect(zones.machineClock(variable: "America/Denver").zone == "America/Denver")
        #expect(zones.machineClock(variable: ":America/Denver").zone == "America/Denver")
        #expect(zones.machineClock(variable: "CST6CDT,M3.2.0,M11.1.0").zone == "CST6CDT,M3.2.0,M11.1.0")
        #expect(zones.machineClock(variable: "nonsense") == .utc)
        #expect(zones.machineClock(variable: nil, localtime: "/nonexistent") == .utc)
        // A copy has no name, but a rule.
        let copy = zones.machineClock(variable: "", localtime: "/usr/share/zoneinfo/Asia/Tokyo")
        #expect(copy.zone == "JST-9")
    }

    private static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 100_000)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }

    /// What `date` says of these seconds in this zone.
    private static func offsets(in zone: String, at seconds: [Int64]) throws -> [Int] {
        let path = "/tmp/outguide-offsets-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { unlink(path) }
        let list = try #require(fopen(path, "w"))
        for second in seconds { fputs("@\(second)\n", list) }
        fclose(list)
        let pipe = try #require(popen("TZ='\(zone)' date --file=\(path) +%z%:::z", "r"))
        defer { pclose(pipe) }
        var told: [Int] = []
        var line = [CChar](repeating: 0, count: 64)
        while fgets(&line, Int32(line.count), pipe) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) },
                as: UTF8.self
            )
            guard let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.dropFirst(3).prefix(2)) else {
                break
            }
            told.append((text.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60))
        }
        return told
    }
}

import Glibc

/// Which backups are kept: as many as are wanted, and all that are young enough.
struct BackupRetention: Sendable, Hashable {
    /// How many of the newest stay, however old.
    let count: Int
    /// Younger ones stay, however many.
    let days: Int

    /// Those of `names`, as the daemon gives them to backups, that are to go at a time in seconds since 1970.
    func expired(_ names: [String], at now: Int) -> [String] {
        let limit = Self.name(at: now - days * 86_400)
        return names.sorted(by: >).dropFirst(count).filter { $0 < limit }
    }

    /// Whether a file is a backup of ours, such as `outguide-20260131T093000Z.backup`.
    static func isBackup(_ name: String) -> Bool {
        name.utf8.count == 32 && name.hasPrefix("outguide-") && name.hasSuffix("Z.backup")
            && name.utf8.dropFirst(9).dropLast(8).allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "T") }
    }

    private static func name(at seconds: Int) -> String {
        var (time, fields) = (time_t(seconds), tm())
        gmtime_r(&time, &fields)
        var buffer = [CChar](repeating: 0, count: 64)
        let length = strftime(&buffer, buffer.count, "outguide-%Y%m%dT%H%M%SZ.backup", &fields)
        return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

import Glibc

/// The retention rule for backups: a minimum number, and all younger than a limit.
struct BackupRetention: Sendable, Hashable {
    /// The number of newest backups to keep, whatever their age.
    let count: Int
    /// The age in days below which all backups are kept.
    let days: Int

    /// Returns those of `names`, which are the daemon's names for backups, that have expired at a time in seconds since
    /// 1970.
    func expired(_ names: [String], at now: Int) -> [String] {
        let limit = Self.name(at: now - days * 86_400)
        return names.sorted(by: >).dropFirst(count).filter { $0 < limit }
    }

    /// Whether a file is a backup by its name, such as `outguide-20260131T093000Z.backup`.
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

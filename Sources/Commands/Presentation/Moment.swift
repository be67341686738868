/// A time as people read it.
enum Moment {
    /// `2026-11-21 05:50 UTC` for an RFC 3339 time in UTC; anything else as it is.
    static func of(_ time: String) -> String {
        let bytes = Array(time.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z") else { return time }
        return String(decoding: bytes[..<10] + [UInt8(ascii: " ")] + bytes[11..<16], as: UTF8.self) + " UTC"
    }

    /// `05:50:12` for an RFC 3339 time; anything else as it is.
    static func clock(_ time: String) -> String {
        let bytes = Array(time.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") else { return time }
        return String(decoding: bytes[11..<19], as: UTF8.self)
    }
}

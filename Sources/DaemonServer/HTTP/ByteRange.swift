/// One part of a file, as a Range header names it (RFC 9110, section 14.1.2).
struct ByteRange: Sendable, Hashable {
    let first: Int64
    /// The last byte, counted in.
    let last: Int64

    /// Reads `bytes=FIRST-LAST` or `bytes=FIRST-`; nil for anything else, and beyond the `length` of the file.
    init?(_ text: String, of length: Int64) {
        guard text.hasPrefix("bytes=") else { return nil }
        let parts = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int64(parts[0]), first >= 0, first < length else { return nil }
        let last = parts[1].isEmpty ? length - 1 : Int64(parts[1])
        guard let last, last >= first else { return nil }
        self.first = first
        self.last = min(last, length - 1)
    }
}

/// One part of a file, as given in a Range header (RFC 9110, section 14.1.2).
struct ByteRange: Sendable, Hashable {
    let first: Int64
    /// The last byte, inclusive.
    let last: Int64

    /// The meaning of a Range header.
    enum Asked: Sendable, Hashable {
        /// The whole file: the header uses another unit, is malformed or lists several ranges, and is ignored
        /// (section 14.2).
        case whole
        case part(ByteRange)
        /// The range contains no byte of the file.
        case nothing
    }

    /// Parses `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT` for a file of `length` bytes.
    static func asked(by text: String, of length: Int64) -> Asked {
        guard text.lowercased().hasPrefix("bytes=") else { return .whole }
        let parts = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            !parts.allSatisfy(\.isEmpty)
        else { return .whole }
        // A number too large for Int64 lies beyond the end of any file.
        let (start, end) = (Int64(parts[0]) ?? .max, Int64(parts[1]) ?? .max)
        guard !parts[0].isEmpty else {
            guard end > 0, length > 0 else { return .nothing }
            return .part(ByteRange(first: max(0, length - end), last: length - 1))
        }
        if !parts[1].isEmpty, end < start { return .whole }
        guard start < length else { return .nothing }
        return .part(ByteRange(first: start, last: parts[1].isEmpty ? length - 1 : min(end, length - 1)))
    }
}

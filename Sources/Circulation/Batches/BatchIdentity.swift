import Records
import TransferLog

/// Tells the lines of a file from those of all other files.
struct BatchIdentity {
    let file: BatchFile
    /// A text that makes other lines of the same content.
    let repetition: String?

    /// The same lines at the same time from the same terminal are counted.
    private struct Place: Hashable {
        let time: Int64
        let bytes: [UInt8]
        let scanner: String
    }

    func digests(of lines: [BatchLine]) -> [BatchLineDigest] {
        var counts: [Place: Int] = [:]
        let salt = Array((repetition ?? "").utf8)
        let whole = BatchLineDigest([file.bytes])
        return lines.map { line in
            guard let time = line.occurredAt?.microseconds else {
                return BatchLineDigest([salt, Array("file".utf8), whole.bytes, Self.bytes(Int64(line.number))])
            }
            let place = Place(time: time, bytes: line.bytes, scanner: line.scanner?.text ?? "")
            counts[place, default: 0] += 1
            return BatchLineDigest([
                salt, Array("line".utf8), Array(place.scanner.utf8), Self.bytes(time), line.bytes,
                Self.bytes(Int64(counts[place] ?? 0)),
            ])
        }
    }

    private static func bytes(_ number: Int64) -> [UInt8] { Array(String(number).utf8) }
}

import Barcodes
import Records

/// The portable format of Content Manager.
///
/// Its manual (Portable scanners, 23.3): the name of the scanner, at most ten characters, then `DATEyymmdd`, then
/// `TIMEhhmmss` with or without seconds, each on a line of its own and again when more than five minutes went by; then
/// codes, a line each; at last an end of file.
struct PortableBatch {
    private static let endOfFile: [[UInt8]] = [[0x1A], Array("EOF".utf8), Array("^Z".utf8)]

    let options: BatchOptions

    func lines(of content: ArraySlice<UInt8>) throws(BatchFileError) -> [BatchLine] {
        var lines: [BatchLine] = []
        var scanner: ScannerName?
        var date: Substring?
        var instant: Timestamp?
        for line in TextLines(content) {
            if Self.endOfFile.contains(Array(line.bytes)) {
                // Another download may follow.
                (scanner, date, instant) = (nil, nil, nil)
            } else if let digits = Self.stamp(line.bytes, word: "DATE", lengths: [6]) {
                // A time belongs to the date before it.
                (date, instant) = (digits, nil)
            } else if let digits = Self.stamp(line.bytes, word: "TIME", lengths: [4, 6]) {
                guard let date else { throw .wrongLine(line.number, "there is a TIME and no DATE before it") }
                instant = try self.instant(date, digits, line: line.number)
            } else if date == nil {
                guard scanner == nil, let text = String(validating: line.bytes, as: UTF8.self),
                    let name = ScannerName(text)
                else { throw .wrongLine(line.number, "there is a code and no DATE before it") }
                scanner = name
            } else if let instant {
                guard lines.count < BatchFile.mostLines else { throw .tooManyLines }
                lines.append(
                    BatchLine(
                        number: line.number,
                        bytes: Array(line.bytes),
                        occurredAt: instant,
                        role: Self.role(of: line.bytes),
                        scanner: scanner
                    )
                )
            } else {
                throw .wrongLine(line.number, "there is a code and no TIME before it")
            }
        }
        return lines
    }

    /// The digits after a word, when the line is nothing else.
    static func stamp(_ line: ArraySlice<UInt8>, word: String, lengths: [Int]) -> Substring? {
        guard line.starts(with: word.utf8), lengths.contains(line.count - word.utf8.count),
            line.dropFirst(word.utf8.count).allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Substring(String(decoding: line.dropFirst(word.utf8.count), as: UTF8.self))
    }

    private func instant(_ date: Substring, _ clock: Substring, line: Int) throws(BatchFileError) -> Timestamp {
        do throws(DeviceTime.Fault) {
            let time = try DeviceTime(shortDate: date, clock: clock)
            if let instant = options.clock.instant(time) { return instant }
        } catch {
            // Told below: digits that are no date.
        }
        throw .wrongLine(line, "there is no such time as DATE\(date) TIME\(clock)")
    }

    /// A minted number begins with letters of its own, which are no mark.
    private static func role(of code: ArraySlice<UInt8>) -> ReadingRole? {
        guard !MintedBarcode.isAttempted(by: String(decoding: code, as: UTF8.self)) else { return nil }
        return switch code.first {
        case UInt8(ascii: "S"): .place
        case UInt8(ascii: "R"): .thing
        default: nil
        }
    }
}

import Barcodes
import Localization
import Vocabulary

/// Parses the portable scanner format of Content Manager.
///
/// According to its manual (Portable scanners, 23.3), a file has the scanner's name, at most ten characters, then
/// `DATEyymmdd`, then `TIMEhhmmss` with or without seconds, each on a line of its own and repeated after a gap of more
/// than five minutes; then the codes, one a line; and at last an end-of-file mark.
struct PortableFile {
    private static let endOfFile: [[UInt8]] = [[0x1A], Array("EOF".utf8), Array("^Z".utf8)]

    let options: ReadingFileOptions

    func drafts(of content: ArraySlice<UInt8>) throws(ReadingFileError) -> [LineDraft] {
        let lines = Array(TextLines(content))
        var drafts: [LineDraft] = []
        var names: Set<[UInt8]> = []
        var download = Download()
        for (index, line) in lines.enumerated() {
            if Self.endOfFile.contains(Array(line.bytes)) {
                // Another download may follow.
                download = Download(number: download.number + 1)
            } else if let digits = Self.stamp(line.bytes, word: "DATE", lengths: [6]) {
                // A time belongs to the preceding date.
                (download.date, download.time) = (digits, nil)
            } else if let digits = Self.stamp(line.bytes, word: "TIME", lengths: [4, 6]) {
                guard let date = download.date else {
                    throw .wrongLine(line.number, Message("there is a TIME and no DATE before it"))
                }
                download.instants = try instants(date, digits, line: line.number)
                download.time = digits
            } else if try isName(line, before: lines.dropFirst(index + 1).first, in: download, names) {
                if download.date != nil { download = Download(number: download.number + 1) }
                guard download.scanner == nil, let text = String(validating: line.bytes, as: UTF8.self),
                    let name = ScannerName(text)
                else { throw .wrongLine(line.number, Message("there is a code and no DATE before it")) }
                download.scanner = name
                names.insert(Array(line.bytes))
            } else if let date = download.date, let time = download.time {
                guard drafts.count < ReadingFile.mostLines else { throw .tooManyLines }
                var found = ReadingFileLine(number: line.number, bytes: Array(line.bytes))
                found.role = Self.role(of: line.bytes)
                found.scanner = download.scanner
                found.origin = download.scanner?.text ?? ""
                found.upload = download.number
                drafts.append(LineDraft(line: found, written: "DATE\(date) TIME\(time)", instants: download.instants))
            } else {
                throw .wrongLine(line.number, Message("there is a code and no TIME before it"))
            }
        }
        return drafts
    }

    /// One download from a terminal.
    private struct Download {
        var number = 0
        var scanner: ScannerName?
        var date: Substring?
        var time: Substring?
        var instants: [Timestamp] = []
    }

    /// Whether a line among the codes is the name of a scanner whose download follows without an end-of-file mark in
    /// between.
    ///
    /// Only a line before a DATE can be one. A mark with a digit, or a minted number, is a code. A name that occurred
    /// before, or a text with a space, is a name. Anything else is ambiguous.
    private func isName(
        _ line: TextLines.Line,
        before next: TextLines.Line?,
        in download: Download,
        _ names: Set<[UInt8]>
    ) throws(ReadingFileError) -> Bool {
        guard download.date != nil else { return true }
        guard let next, Self.stamp(next.bytes, word: "DATE", lengths: [6]) != nil else { return false }
        if names.contains(Array(line.bytes)) { return true }
        let text = String(decoding: line.bytes, as: UTF8.self)
        let rest = text.dropFirst()
        let isMarked = text.hasPrefix("S") || text.hasPrefix("R")
        if MintedBarcode.isAttempted(by: text) || isMarked && MintedBarcode.isAttempted(by: rest) { return false }
        if isMarked, rest.first?.isNumber == true, !rest.contains(" ") { return false }
        guard text.utf8.count <= 10 else { return false }
        if text.contains(" ") { return true }
        let what = Message(
            "“\(text, "text")” stands before a DATE, and may be a code or the name of another scanner; put a line EOF "
                + "before it when it is a name, a line with its TIME behind it when not"
        )
        throw .wrongLine(line.number, what)
    }

    /// Returns the digits after a word, if the line contains nothing else.
    static func stamp(_ line: ArraySlice<UInt8>, word: String, lengths: [Int]) -> Substring? {
        guard line.starts(with: word.utf8), lengths.contains(line.count - word.utf8.count),
            line.dropFirst(word.utf8.count).allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Substring(String(decoding: line.dropFirst(word.utf8.count), as: UTF8.self))
    }

    private func instants(_ date: Substring, _ clock: Substring, line: Int) throws(ReadingFileError) -> [Timestamp] {
        let shown = "DATE\(date) TIME\(clock)"
        guard let time = WrittenTime("\(date) \(clock)", allowsNumbers: true), let day = time.calendarDay(.yearFirst),
            let microseconds = time.clock
        else { throw .wrongLine(line, Message("there is no such time as \(shown, "time")")) }
        let found = options.clock.instants(of: day, microseconds: microseconds, offset: nil)
        guard !found.isEmpty else {
            let what = Message(
                "\(shown, "time") was on no clock: summer time began in that hour; "
                    + "say how the terminal's clock was set with --utc-offset"
            )
            throw .wrongLine(line, what)
        }
        return found
    }

    /// Returns the role that the mark of a code states.
    ///
    /// The letters at the start of a minted number are not a mark.
    private static func role(of code: ArraySlice<UInt8>) -> ReadingRole? {
        guard !MintedBarcode.isAttempted(by: String(decoding: code, as: UTF8.self)) else { return nil }
        return switch code.first {
        case UInt8(ascii: "S"): .place
        case UInt8(ascii: "R"): .thing
        default: nil
        }
    }
}

/// A counter that a printer keeps of what it printed in its life, read with `getvar`.
///
/// Zebra's Set-Get-Do commands (ZPL II Programming Guide). Asked for a counter that it does not keep, a printer answers with a
/// question mark, or not at all.
enum LabelCounter: String, Sendable, CaseIterable {
    case labels = "odometer.total_label_count"
    /// Such as `8560 INCHES, 21744 CENTIMETERS`.
    case length = "odometer.total_print_length"

    /// More than any printer lives to print.
    private static let most = 1_000_000_000_000

    var question: [UInt8] { Array("! U1 getvar \"\(rawValue)\"\r\n".utf8) }

    /// The number in an answer, in labels or in centimetres; nil when there is none.
    func count(in answer: [UInt8]) -> Int? {
        let parts = String(decoding: answer, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        let words = parts[parts.count - 2].split { $0 == " " || $0 == "," }
        var number: Int?
        switch self {
        case .labels: number = words.count == 1 ? words.first.flatMap { Int($0) } : nil
        case .length:
            guard let unit = words.firstIndex(where: { $0.uppercased().hasPrefix("CENTIMET") }), unit > 0 else {
                return nil
            }
            number = Int(words[unit - 1])
        }
        return number.flatMap { (0...Self.most).contains($0) ? $0 : nil }
    }

    /// How far it rises at least while `pages` are printed; nil when it is too coarse to tell.
    func rise(for pages: PrintDocument.Pages) -> Int? {
        switch self {
        case .labels: return pages.count
        case .length:
            // It counts whole inches: less than one too few could not be told from all.
            guard pages.millimetres > 26 else { return nil }
            return Int((Double(pages.count) * pages.millimetres - 26) / 10)
        }
    }

    /// Whether an answer has come in whole.
    static func isWhole(_ bytes: [UInt8]) -> Bool { bytes.count { $0 == UInt8(ascii: "\"") } >= 2 }
}

/// How a counter stood before something was printed.
public struct LabelCount: Sendable, Hashable {
    let counter: LabelCounter
    let value: Int
}

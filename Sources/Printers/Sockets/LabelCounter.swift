/// A lifetime counter of a printer.
///
/// The counters use Zebra's Set-Get-Do commands and `~HQ` (ZPL II Programming Guide). A printer without the counter
/// responds to `getvar` with a question mark or not at all, and does not respond to `~HQ`.
enum LabelCounter: String, Sendable, CaseIterable {
    case labels = "odometer.total_label_count"
    /// The length in centimetres, from a response such as `8560 INCHES, 21744 CENTIMETERS`.
    case length = "odometer.total_print_length"
    /// The length in millimetres, from a response such as `TOTAL NONRESETTABLE: 8560 "`, for printers without
    /// variables.
    case meter = "~HQOD"

    /// More than any printer prints in its lifetime.
    private static let most = 1_000_000_000_000

    /// Whether the counter is a variable.
    ///
    /// A printer supports all variables or none.
    var isVariable: Bool { self != .meter }

    var question: [UInt8] { Array((isVariable ? "! U1 getvar \"\(rawValue)\"\r\n" : rawValue + "\r\n").utf8) }

    /// Returns the number in a response, in the counter's unit; nil if there is none.
    func count(in answer: [UInt8]) -> Int? {
        guard isVariable else { return Self.millimetres(in: String(decoding: answer, as: UTF8.self)) }
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
        case .meter: return nil
        }
        return number.flatMap { (0...Self.most).contains($0) ? $0 : nil }
    }

    /// Returns the minimum increase while `pages` are printed; nil if the counter is too coarse.
    func rise(for pages: PrintDocument.Pages) -> Int? {
        switch self {
        case .labels: return pages.count
        case .length:
            // The counter has whole inches, so a shortfall of less than an inch cannot be detected.
            guard pages.millimetres > 26 else { return nil }
            return Int((Double(pages.count) * pages.millimetres - 26) / 10)
        case .meter:
            // As above, plus a millimetre for the rounding of two numbers.
            guard pages.millimetres > 27 else { return nil }
            return Int(Double(pages.count) * pages.millimetres - 27)
        }
    }

    /// Whether a response is complete.
    func isWhole(_ bytes: [UInt8]) -> Bool {
        isVariable ? bytes.count { $0 == UInt8(ascii: "\"") } >= 2 : bytes.contains(0x03)
    }

    /// Returns the length after `TOTAL NONRESETTABLE:`, which `^MA` sets to inches or centimetres.
    private static func millimetres(in answer: String) -> Int? {
        guard let label = answer.firstRange(of: "TOTAL NONRESETTABLE:") else { return nil }
        let words = answer[label.upperBound...].prefix { $0 != "\r\n" && $0 != "\n" && $0 != "\r" }.split(
            separator: " "
        )
        guard words.count == 2, let number = Int(words[0]), (0...most).contains(number) else { return nil }
        switch words[1].lowercased() {
        case "\"", "in", "inches": return Int(Double(number) * 25.4)
        case "cm", "centimeters": return number * 10
        default: return nil
        }
    }
}

/// The value of a counter before a print.
public struct LabelCount: Sendable, Hashable {
    let counter: LabelCounter
    let value: Int
}

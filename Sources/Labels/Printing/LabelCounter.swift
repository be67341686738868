/// A counter that a printer keeps of what it printed in its life.
///
/// Zebra's Set-Get-Do commands and `~HQ` (ZPL II Programming Guide). Asked with `getvar` for a counter that it does not keep, a
/// printer answers with a question mark, or not at all; asked with `~HQ`, it does not answer.
enum LabelCounter: String, Sendable, CaseIterable {
    case labels = "odometer.total_label_count"
    /// In centimetres, from an answer such as `8560 INCHES, 21744 CENTIMETERS`.
    case length = "odometer.total_print_length"
    /// In millimetres, from an answer such as `TOTAL NONRESETTABLE: 8560 "`, for printers without variables.
    case meter = "~HQOD"

    /// More than any printer lives to print.
    private static let most = 1_000_000_000_000

    /// Whether it is one of the variables, which a printer knows all or none of.
    var isVariable: Bool { self != .meter }

    var question: [UInt8] {
        Array((isVariable ? "! U1 getvar \"\(rawValue)\"\r\n" : rawValue + "\r\n").utf8)
    }

    /// What it counts, for people.
    var unit: String {
        switch self {
        case .labels: "labels"
        case .length: "cm of labels"
        case .meter: "mm of labels"
        }
    }

    /// The number in an answer, in its unit; nil when there is none.
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

    /// How far it rises at least while `pages` are printed; nil when it is too coarse to tell.
    func rise(for pages: PrintDocument.Pages) -> Int? {
        switch self {
        case .labels: return pages.count
        case .length:
            // It counts whole inches: less than one too few could not be told from all.
            guard pages.millimetres > 26 else { return nil }
            return Int((Double(pages.count) * pages.millimetres - 26) / 10)
        case .meter:
            // The same, and a millimetre by which two numbers are rounded.
            guard pages.millimetres > 27 else { return nil }
            return Int(Double(pages.count) * pages.millimetres - 27)
        }
    }

    /// Whether an answer has come in whole.
    func isWhole(_ bytes: [UInt8]) -> Bool {
        isVariable ? bytes.count { $0 == UInt8(ascii: "\"") } >= 2 : bytes.contains(0x03)
    }

    /// The length behind `TOTAL NONRESETTABLE:`, which `^MA` has in inches or in centimetres.
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

/// How a counter stood before something was printed.
public struct LabelCount: Sendable, Hashable {
    let counter: LabelCounter
    let value: Int
}

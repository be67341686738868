/// A file name that sorts naturally: `Scan 2.pdf` before `Scan 10.pdf`, `scan.pdf` before `scan (1).pdf`.
///
/// Names are comparable when they differ only in their numbers; case, extension and leading zeros are ignored.
struct NaturalName: Sendable, Hashable {
    /// A number of any length; a missing number sorts first.
    struct Number: Sendable, Hashable, Comparable {
        static let missing = Number(digits: "")

        private let digits: String

        init(_ text: Substring) {
            let significant = text.drop { $0 == "0" }
            self.init(digits: significant.isEmpty && !text.isEmpty ? "0" : String(significant))
        }

        private init(digits: String) { self.digits = digits }

        static func < (a: Number, b: Number) -> Bool {
            (a.digits.utf8.count, a.digits) < (b.digits.utf8.count, b.digits)
        }
    }

    /// The text that all names of one series share.
    let series: String
    let numbers: [Number]
    /// The original name.
    let text: String

    init(_ name: String) {
        text = name
        var parts = NameParts(Self.stem(of: name.lowercased()))
        let copy = parts.takeCopyNumber()
        parts.keepUnordered()
        var numbers = parts.numbers
        var series = parts.series
        // `scan.pdf`, `scan 1.pdf` and `scan-2.pdf` form one series; the first has no number.
        if let base = parts.baseOfCounter {
            series = base + "\0"
            if numbers.isEmpty { numbers = [.missing] }
        }
        self.series = series
        self.numbers = numbers + [copy ?? .missing]
    }

    /// Whether the numbers of this name come before those of `other`, which is of the same series.
    func precedes(_ other: NaturalName) -> Bool { numbers.lexicographicallyPrecedes(other.numbers) }

    /// The name without an extension such as `.pdf`.
    private static func stem(of name: String) -> Substring {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name[...] }
        let ending = name[name.index(after: dot)...]
        let isEnding =
            (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            && ending.contains { $0.isLetter }
        return isEnding ? name[..<dot] : name[...]
    }
}

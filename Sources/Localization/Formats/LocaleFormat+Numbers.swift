extension LocaleFormat {
    /// Returns `1,234` with the separators and digits of the locale.
    public func number(_ value: Int) -> String {
        (value < 0 ? "-" : "") + digits(grouped(String(value.magnitude)))
    }

    /// Returns `1,234.50` for 123450 and two places.
    ///
    /// - Parameter places: 0 to 18.
    public func decimal(_ scaled: Int, places: Int) -> String {
        let places = min(max(places, 0), 18)
        let text = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
        let whole = grouped(String(padded.dropLast(places)))
        let fraction = places == 0 ? "" : row.decimalSeparator + padded.suffix(places)
        return (scaled < 0 ? "-" : "") + digits(whole + fraction)
    }

    /// Returns a text with its ASCII digits replaced by those of the locale.
    public func digits(_ text: String) -> String {
        guard row.zero != "0" else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            scalars.append(isDigit ? Unicode.Scalar(row.zero.value + scalar.value - 0x30) ?? scalar : scalar)
        }
        return String(scalars)
    }

    /// Returns a list in words: `a, b and c`.
    public func list(_ items: [String], _ style: ListStyle = .and) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let pattern = style == .and ? row.and : row.or
        let joint = (items.count > 2 ? pattern.beforeLast : "") + " " + pattern.word(before: last) + " "
        return items.dropLast().joined(separator: row.listSeparator) + joint + last
    }

    private func grouped(_ digits: String) -> String {
        guard digits.count >= 3 + row.leastGroupedDigits else { return digits }
        let head = (digits.count - 1) % 3 + 1
        var groups = [String(digits.prefix(head))]
        var rest = digits.dropFirst(head)
        while !rest.isEmpty {
            groups.append(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
        }
        return groups.joined(separator: row.groupingSeparator)
    }
}

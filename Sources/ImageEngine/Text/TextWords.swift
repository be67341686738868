internal import ImageDecoding

/// Extracts words for comparing texts regardless of case, accents and order.
enum TextWords {
    /// Words of at least three letters or digits, which Tesseract hardly ever recognises in dirt; in scripts without
    /// spaces, every character.
    static func of(_ text: some StringProtocol) -> Set<String> {
        var words: Set<String> = []
        var word = String.UnicodeScalarView()
        func end() {
            if word.count >= 3 { words.insert(String(word)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.lowercased().unicodeScalars {
            if standsAlone(scalar) {
                end()
                words.insert(String(scalar))
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else {
                end()
            }
            guard words.count < mostWords else { break }
        }
        end()
        return words
    }

    /// Whether `words` contain `word`, or a similar word.
    ///
    /// A similar word has the same first or last character, and differs in at most one of every three characters. Letters
    /// with accents that the language lacks are recognised as others.
    static func contain(_ words: Set<String>, _ word: String) -> Bool {
        if words.contains(word) { return true }
        let scalars = Array(word.unicodeScalars.prefix(longestWord))
        let allowed = scalars.count / 3
        guard scalars.count >= 5 else { return false }
        return words.contains { other in
            let others = Array(other.unicodeScalars.prefix(longestWord))
            guard abs(others.count - scalars.count) <= allowed else { return false }
            guard others.first == scalars.first || others.last == scalars.last else { return false }
            return distance(scalars, others) <= allowed
        }
    }

    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
            || (0xAC00...0xD7AF).contains(scalar.value)
    }

    /// The edit distance: the number of characters to change, insert or delete.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (index, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let substituted = diagonal + (scalar == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }

    private static let mostWords = 3_000
    private static let longestWord = 64
}

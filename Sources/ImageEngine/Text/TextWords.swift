internal import ImageDecoding

/// Words for comparing one text with another, whatever their case, marks and order.
enum TextWords {
    /// Words of three letters or digits and more, which Tesseract hardly ever makes of dirt; of scripts without spaces,
    /// each character.
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

    /// Whether `words` hold `word`, or one that begins or ends like it and differs in a character of every three:
    /// letters with marks that a language does not have are read as others.
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

    /// How many characters are to be changed, added or left out to make one of the other.
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

/// The words, numbers and marks of a written time, from left to right.
struct TimeTokens {
    enum Token: Sendable, Hashable {
        case number(Int, digits: Int)
        /// A word in lower case.
        case word(String)
        case mark(Character)
        case space
    }

    let tokens: [Token]
    var index = 0

    /// Returns nil if the text is too long for a time or contains too large a number.
    init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            let run: Substring
            if first.isASCII, first.isNumber {
                run = rest.prefix { $0.isASCII && $0.isNumber }
                guard run.count <= 18, let value = Int(run) else { return nil }
                tokens.append(.number(value, digits: run.count))
            } else if first.isLetter {
                run = rest.prefix { $0.isLetter }
                tokens.append(.word(run.lowercased()))
            } else if first.isWhitespace {
                // Includes narrow and no-break spaces, which some programs write before PM.
                run = rest.prefix { $0.isWhitespace }
                tokens.append(.space)
            } else {
                run = rest.prefix(1)
                tokens.append(.mark(first == "\u{2212}" ? "-" : first))
            }
            rest = rest.dropFirst(run.count)
        }
        if tokens.first == .space { tokens.removeFirst() }
        if tokens.last == .space { tokens.removeLast() }
        self.tokens = tokens
    }

    var isAtEnd: Bool { index == tokens.count }
    var next: Token? { token(0) }

    func token(_ distance: Int) -> Token? { tokens.indices.contains(index + distance) ? tokens[index + distance] : nil }

    /// Consumes and returns the next token if it is a number with this many digits.
    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let count) = next, digits.contains(count) else { return nil }
        index += 1
        return value
    }

    /// Consumes the digits after a decimal point; returns their value and count.
    mutating func decimals() -> (value: Int, digits: Int)? {
        guard case .number(let value, let digits) = next else { return nil }
        index += 1
        return (value, digits)
    }

    mutating func skip(_ mark: Character) -> Bool {
        guard next == .mark(mark) else { return false }
        index += 1
        return true
    }

    mutating func skipSpace() { if next == .space { index += 1 } }

    /// Skips any of these marks and spaces.
    mutating func skipAny(of marks: Set<Character>) {
        while let token = next {
            switch token {
            case .space: index += 1
            case .mark(let mark) where marks.contains(mark): index += 1
            default: return
            }
        }
    }

    /// Consumes the next word and returns its value in `words`; nil if it has none.
    mutating func word<Value>(in words: [String: Value]) -> Value? {
        guard case .word(let word) = next, let value = words[word] else { return nil }
        index += 1
        return value
    }

    /// Runs `body`, and restores the position if it returns nil.
    mutating func attempt<Value>(_ body: (inout TimeTokens) -> Value?) -> Value? {
        let start = index
        if let value = body(&self) { return value }
        index = start
        return nil
    }
}

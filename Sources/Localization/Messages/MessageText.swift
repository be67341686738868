public import Vocabulary

/// The English text of a message, written with its arguments.
///
///     Message("\(entity.barcode, "item") is at \(place.name, "place")")
///
/// Each argument has a name, which stands for it in catalogues: `{item} is at {place}`. A brace is written twice. Long
/// texts are joined with `+`, which does not change the message.
public struct MessageText: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text with placeholders.
    let text: String
    let arguments: [String: MessageArgument]

    init(_ text: String, _ arguments: [String: MessageArgument]) { (self.text, self.arguments) = (text, arguments) }

    public init(stringLiteral text: String) { self.init(text, [:]) }

    public init(stringInterpolation pieces: StringInterpolation) { self.init(pieces.text, pieces.arguments) }

    public static func + (left: MessageText, right: MessageText) -> MessageText {
        MessageText(left.text + right.text, left.arguments.merging(right.arguments) { own, _ in own })
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var arguments: [String: MessageArgument] = [:]

        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// Inserts an argument under a name of letters, digits and `_` that begins with a letter.
        public mutating func appendInterpolation(_ argument: MessageArgument, _ name: String) {
            text += "{\(name)}"
            arguments[name] = argument
        }

        /// Inserts a text that is not translated.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ name: String) {
            appendInterpolation(.text(value.description), name)
        }

        /// Inserts a number of things.
        public mutating func appendInterpolation(_ count: Int, _ name: String) {
            appendInterpolation(.count(count), name)
        }

        /// Inserts the number of an entry.
        public mutating func appendInterpolation(_ number: EntryNumber, _ name: String) {
            appendInterpolation(.number(number.rawValue), name)
        }

        /// Inserts a date and time, to the minute.
        public mutating func appendInterpolation(_ instant: Timestamp, _ name: String) {
            appendInterpolation(.instant(instant), name)
        }

        public mutating func appendInterpolation(_ day: CalendarDay, _ name: String) {
            appendInterpolation(.day(day), name)
        }

        /// Inserts a term or a clause that is translated itself.
        public mutating func appendInterpolation(_ message: Message, _ name: String) {
            appendInterpolation(.message(message), name)
        }

        /// Inserts the message of an error, or of another value that has one.
        public mutating func appendInterpolation(_ value: some MessageConvertible, _ name: String) {
            appendInterpolation(.message(value.message), name)
        }
    }
}

/// A value, such as an error, that is shown to people as a message.
///
/// Its description is the English text.
public protocol MessageConvertible: CustomStringConvertible {
    var message: Message { get }
}

extension MessageConvertible {
    public var description: String { message.english }
}

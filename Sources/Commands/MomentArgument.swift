import ArgumentParser

/// A time on the command line: RFC 3339, or a minute or day in UTC as the tables of this program show them.
///
/// Only what the daemon could not read is written anew; the daemon says whether there is such a time.
struct MomentArgument: ExpressibleByArgument, Sendable, Hashable {
    /// Its first instant, as RFC 3339.
    let first: String
    /// Its last instant: that of the minute or day, else ``first``.
    let last: String
    /// Whether no time of day was said.
    let isDay: Bool

    /// Nil for an empty text, as a script with an unset variable gives.
    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        if Self.shape(of: argument) == "0000-00-00" {
            self.init(first: "\(argument)T00:00:00Z", last: "\(argument)T23:59:59.999999Z", isDay: true)
            return
        }
        guard let time = Self.timeInUTC(argument) else {
            self.init(first: argument, last: argument, isDay: false)
            return
        }
        let (date, clock) = (time.prefix(10), time.dropFirst(11))
        switch Self.shape(of: time) {
        case "0000-00-00T00:00", "0000-00-00 00:00":
            self.init(first: "\(date)T\(clock):00Z", last: "\(date)T\(clock):59.999999Z", isDay: false)
        case "0000-00-00T00:00:00", "0000-00-00 00:00:00":
            self.init(first: "\(date)T\(clock)Z", last: "\(date)T\(clock)Z", isDay: false)
        default:
            self.init(first: argument, last: argument, isDay: false)
        }
    }

    private init(first: String, last: String, isDay: Bool) {
        self.first = first
        self.last = last
        self.isDay = isDay
    }

    /// What stands before the `Z` or ` UTC` at the end.
    private static func timeInUTC(_ text: String) -> Substring? {
        if text.hasSuffix("Z") { return text.dropLast(1) }
        if text.hasSuffix(" UTC") { return text.dropLast(4) }
        return nil
    }

    /// The text with a zero for each digit.
    private static func shape(of text: some StringProtocol) -> String {
        String(decoding: text.utf8.map { (48...57).contains($0) ? 48 : $0 }, as: UTF8.self)
    }
}

extension LocaleFormat {
    /// A line of the table.
    struct Row: Sendable, Hashable {
        var decimalSeparator = "."
        var groupingSeparator = ","
        /// Numbers are grouped from this number of digits before the first separator on.
        var leastGroupedDigits = 1
        /// The digit for zero; the others follow it.
        var zero: Unicode.Scalar = "0"
        /// Patterns of CLDR.
        var date = "d MMM y"
        var longDate = "d MMMM y"
        var time = "HH:mm"
        var timeWithSeconds = "HH:mm:ss"
        var dateTimeSeparator = ", "
        /// The words for the halves of the day.
        var halves = ["AM", "PM"]
        var shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        var months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        var listSeparator = ", "
        var and = ListPattern(word: "and")
        var or = ListPattern(word: "or")

        init() {}

        init(_ change: (inout Row) -> Void) { change(&self) }

        /// Returns this row with changes.
        func with(_ change: (inout Row) -> Void) -> Row {
            var row = self
            change(&row)
            return row
        }
    }

    /// The end of a list.
    struct ListPattern: Sendable, Hashable {
        /// The word between the last two elements.
        let word: String
        /// The word instead if the last element begins with one of these; empty if there is no other word.
        var otherWord = ""
        var otherBefore: [String] = []
        var otherNotBefore: [String] = []
        /// What follows the element before the last one in a list of three and more.
        var beforeLast = ""

        func word(before element: String) -> String {
            guard !otherWord.isEmpty else { return word }
            let start = String(element.prefix(4)).lowercased()
            let matches =
                otherBefore.contains { start.hasPrefix($0) } && !otherNotBefore.contains { start.hasPrefix($0) }
            return matches ? otherWord : word
        }
    }
}

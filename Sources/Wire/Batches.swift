extension API {
    /// Requests about files of readings.
    public enum Batches {
        public static let station = Parameter(
            .query,
            "station",
            .station,
            "The station that the readings belong to; `portable` when absent."
        )
        public static let scanner = Parameter(
            .query,
            "scanner",
            .text(lengths: 1...128, example: "terminal-2"),
            "The terminal, where the file does not name it."
        )
        public static let format = Parameter(
            .query,
            "format",
            .word(["lines", "csv", "portable"]),
            "`lines`, `csv` or `portable`; told from the file when absent."
        )
        public static let dates = Parameter(
            .query,
            "dates",
            .word(["dmy", "mdy", "ymd"]),
            "`dmy`, `mdy` or `ymd`: the order of dates of three numbers; told from the dates when absent."
        )
        public static let columns = Parameter(
            .query,
            "columns",
            .text(lengths: 0...256, example: "date,time,code"),
            """
            The columns of separated values, with commas between: `code`, `date`, `time`, `zone`, \
            `scanner`, `station`, `user`, `symbology`, `quantity`, `role`, or `-` for a column to \
            ignore. Derived from the header or from all rows if absent.
            """
        )
        public static let old = Parameter(
            .query,
            "old",
            .boolean,
            "Takes readings that are more than two years old, as those of a terminal whose clock was reset seem to be."
        )
        public static let offset = Parameter(
            .query,
            "offset",
            .text(pattern: "^[+-]?([01][0-9]|2[0-3]):[0-5][0-9]$", example: "+01:00"),
            "How far the terminal's clock is ahead of UTC, such as `+01:00`; the site's time zone if absent."
        )
        public static let repetition = Parameter(
            .query,
            "repetition",
            .text(lengths: 0...256, example: "second count"),
            "Makes new readings of lines that were taken before, once for each text."
        )
        public static let continuation = Parameter(
            .query,
            "continue",
            .boolean,
            "Lines that an earlier file without times had are the same readings, also where the rest differs."
        )

        public static let upload = Endpoint<Bytes, BatchResource>(
            "uploadReadings",
            .post,
            "/v1/batches",
            .clerk,
            "Take the readings of a portable terminal's file",
            details: """
                One code per line; separated values with or without a header; or the portable format of Content \
                Manager. At most 20000 codes. A time, a terminal or another value that cannot be parsed refuses \
                the whole file and names its line. All lines are stored first, then interpreted in the order of \
                their times; each terminal and user has an open place of its own. Moves older than the newest \
                known placement become history and move nothing. A line is taken once, however often it is sent: \
                one with a time is recognised by its time, others by the lines before them. A file that agrees \
                with an earlier one in part is a conflict; see `repetition` and `continue`.
                """,
            parameters: [station, scanner, format, dates, columns, old, offset, repetition, continuation],
            repetition: .always,
            patience: .wholeLog,
            bodyType: "text/plain",
            refusals: [409]
        )
    }
}

/// The result of taking a file of readings, in the order in which they were read.
public struct BatchResource: WireValue {
    /// The batch number, or the first one of a file with several terminals or users; null if every line was taken
    /// before.
    public let batch: Int64?
    /// `lines`, `csv` or `portable`.
    public let format: String
    /// Whether the file gives the times of its lines.
    ///
    /// Lines without times count as read now.
    public let hasTimes: Bool
    /// The number of accepted readings.
    public let accepted: Int
    /// The number of readings that need attention.
    public let attention: Int
    /// The number of refused readings.
    public let refused: Int
    /// The number of lines for which the log has a newer placement.
    public let conflicts: Int
    /// The number of lines that an earlier file contained.
    public let takenBefore: Int
    /// The outcome of each reading, in the order of the file.
    public let results: [BatchLineResource]

    public static var members: [String: Schema] { ["format": .word(["lines", "csv", "portable"])] }

    public init(
        batch: Int64?,
        format: String,
        hasTimes: Bool,
        accepted: Int,
        attention: Int,
        refused: Int,
        conflicts: Int,
        takenBefore: Int,
        results: [BatchLineResource]
    ) {
        self.batch = batch
        self.format = format
        self.hasTimes = hasTimes
        self.accepted = accepted
        self.attention = attention
        self.refused = refused
        self.conflicts = conflicts
        self.takenBefore = takenBefore
        self.results = results
    }
}

/// The result for one line of a file of readings.
public struct BatchLineResource: WireValue {
    /// The line number in the file, from 1.
    public let line: Int
    /// The code, as far as it is text.
    public let text: String
    /// When it was read, by the terminal's clock: RFC 3339, UTC; null if the file gives no time.
    public let occurredAt: String?
    /// The number of the stored reading; null if the line could not be stored.
    public let reading: Int64?
    /// False if an earlier file contained this line, so that it had no effect.
    public let isNew: Bool
    /// Whether the log has a newer placement, which stays unchanged.
    public let isConflict: Bool
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for the result or the refusal.
    public let kind: String
    /// The message for the clerk, in one line.
    public let message: String
    /// Barcode of the entity.
    public let barcode: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public static var members: [String: Schema] { ["verdict": .verdict] }

    public init(
        line: Int,
        text: String,
        occurredAt: String?,
        reading: Int64?,
        isNew: Bool,
        isConflict: Bool,
        verdict: String,
        kind: String,
        message: String,
        barcode: String?,
        entry: Int64?
    ) {
        self.line = line
        self.text = text
        self.occurredAt = occurredAt
        self.reading = reading
        self.isNew = isNew
        self.isConflict = isConflict
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.barcode = barcode
        self.entry = entry
    }
}

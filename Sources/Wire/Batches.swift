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
            .text(example: "terminal-2"),
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
            .text(example: "+01:00"),
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
            patience: .wholeLog,
            bodyType: "text/plain",
            refusals: [422]
        )
    }
}

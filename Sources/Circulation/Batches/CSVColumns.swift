/// The column numbers of each meaning.
struct CSVColumns: Sendable, Hashable {
    let code: Int
    /// The columns of the time, in the order in which they are joined: date, time of day, suffix.
    let time: [Int]
    let scanner: [Int]
    let station: Int?
    let user: [Int]
    let symbology: Int?
    let quantity: Int?
    let role: Int?

    /// Creates the columns from their meanings.
    ///
    /// `line` is the line of the header, for messages. Refuses two columns of one meaning, except those that together
    /// name the source.
    init(_ meanings: [ColumnMeaning], line: Int) throws(BatchFileError) {
        func all(_ meaning: ColumnMeaning) -> [Int] { meanings.indices.filter { meanings[$0] == meaning } }
        func one(_ meaning: ColumnMeaning) throws(BatchFileError) -> Int? {
            let found = all(meaning)
            guard found.count <= 1 else {
                let numbers = found.map { String($0 + 1) }.joined(separator: " and ")
                let what = "columns \(numbers) both hold the \(meaning.rawValue); say which counts with --columns"
                throw .wrongLine(line, what)
            }
            return found.first
        }
        guard let code = try one(.code) else { throw .wrongLine(line, "no column is named barcode") }
        self.code = code
        let (date, clock) = (try one(.date), try one(.time))
        time = [date, clock].compactMap(\.self) + all(.timeSuffix)
        guard date != nil || clock != nil || time.isEmpty else {
            throw .wrongLine(line, "a column holds AM, PM or a zone, and none holds a time; name it with --columns")
        }
        scanner = all(.scanner)
        station = try one(.station)
        user = all(.user)
        symbology = try one(.symbology)
        quantity = try one(.quantity)
        role = try one(.role)
    }

    /// Whether a column names the source of a row.
    var nameSources: Bool { !scanner.isEmpty || station != nil || !user.isEmpty }
}

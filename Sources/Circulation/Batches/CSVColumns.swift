/// What stands in which column.
struct CSVColumns: Sendable, Hashable {
    let code: Int
    /// What makes up the time, in the order in which it is read: a day, a time of day, what belongs behind it.
    let time: [Int]
    let scanner: [Int]
    let station: Int?
    let user: [Int]
    let symbology: Int?
    let quantity: Int?
    let role: Int?

    /// Takes the columns as they are named; `line` is where they are, for messages.
    ///
    /// Two columns of one meaning are refused, but for those that say together whose reading it is.
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

    /// Whether a column says whose reading a row is.
    var nameSources: Bool { !scanner.isEmpty || station != nil || !user.isEmpty }
}

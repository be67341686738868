import Vocabulary

extension Timestamp {
    /// Date and time to the second for file names, such as `20260131T093000Z`.
    var inFileName: String { rfc3339.prefix { $0 != "." && $0 != "Z" }.filter { $0 != "-" && $0 != ":" } + "Z" }
}

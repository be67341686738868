/// Why a report descriptor cannot be used.
enum ReportDescriptorError: Error, Equatable {
    /// It ends within an item.
    case truncated
    /// Collections or saved states are closed without being open, or left open.
    case unbalanced
    /// A size, count or number that is invalid in a report.
    case badField
    /// More than any scanner needs.
    case tooLong
}

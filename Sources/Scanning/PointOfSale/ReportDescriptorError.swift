/// Why a report descriptor cannot be used.
enum ReportDescriptorError: Error, Equatable {
    /// It ends within an item.
    case truncated
    /// Collections or saved states are closed that are not open, or left open.
    case unbalanced
    /// A size, count or number that no report can have.
    case badField
    /// More than any scanner needs.
    case tooLong
}

/// A result that can be shown in every format.
protocol Presentable: Documented {
    /// The lines for people.
    var lines: [StyledText] { get }
    /// The identifiers, one for each line.
    var identifiers: [String] { get }
}

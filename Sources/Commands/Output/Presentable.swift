/// An answer that can be shown in every format.
protocol Presentable: Documented {
    /// What people read.
    var lines: [StyledText] { get }
    /// What identifies it, a line each.
    var identifiers: [String] { get }
}

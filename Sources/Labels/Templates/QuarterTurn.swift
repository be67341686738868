/// A clockwise turn.
///
/// Text turned right runs from top to bottom.
public enum QuarterTurn: Int, Sendable, Hashable, CaseIterable {
    case none = 0
    case right = 90
    case over = 180
    case left = 270

    var isSideways: Bool { self == .right || self == .left }
}

/// A rectangle of whole dots.
struct DotBox: Sendable, Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
}

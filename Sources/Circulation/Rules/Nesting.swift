import Records
import TransferLog

/// How deep things may lie in one another, so that every question about where something is has an answer.
enum Nesting {
    /// Containers in one another, and what is in the innermost.
    static let mostContainers = 48
    /// Locations in one another, where a site, a building, a room, a bay, a shelf and a position are six.
    static let mostLocations = 16

    static func refusal(to put: Record, into place: Record, most: Int) -> Refusal {
        let what = "cannot put \(put.barcode) into \(place.barcode)"
        return Refusal(.nestedTooDeep, "\(what): something would lie more than \(most) deep; use a place further out")
    }

    /// Whether `depth` locations, one in another, may be put into `parent`.
    static func fits(_ depth: Int, into parent: Record, in view: LogView) throws -> Bool {
        var around = 1
        var outer = parent
        while let next = try outer.parent.flatMap({ try view.record($0) }), around <= mostLocations {
            around += 1
            outer = next
        }
        return around + depth <= mostLocations
    }
}

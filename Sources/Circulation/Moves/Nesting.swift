import Localization
import TransferLog
import Vocabulary

/// The limits on nesting, which bound the cost of every placement query.
enum Nesting {
    /// The maximum depth of nested containers, including the contents of the innermost.
    static let mostContainers = 48
    /// The maximum depth of nested locations.
    ///
    /// Site, building, room, bay, shelf and position are six.
    static let mostLocations = 16

    static func refusal(to put: Entity, into place: Entity, most: Int) -> Refusal {
        let what = Message(
            "cannot put \(put.barcode, "item") into \(place.barcode, "place"): something would lie more than "
                + "\(most, "limit") deep; use a place further out"
        )
        return Refusal(.nestedTooDeep, what)
    }

    /// Whether nested locations of this `depth` may be put into `parent`.
    static func fits(_ depth: Int, into parent: Entity, in view: LogView) throws -> Bool {
        var around = 1
        var outer = parent
        while let next = try outer.parent.flatMap({ try view.entity($0) }), around <= mostLocations {
            around += 1
            outer = next
        }
        return around + depth <= mostLocations
    }
}

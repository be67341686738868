import TransferLog
import Vocabulary

/// Looks up the names of placements in one view, each place once.
struct PlaceNames {
    let view: LogView
    private var known: [Placement: NamedPlacement] = [:]

    init(view: LogView) { self.view = view }

    mutating func named(_ placement: Placement) throws -> NamedPlacement {
        if let named = known[placement] { return named }
        var named = NamedPlacement(placement: placement, place: nil, path: [])
        if let id = placement.place, try view.hides(id) {
            named = NamedPlacement(placement: .unknown, place: nil, path: [])
        } else if let id = placement.place {
            let place = try Circulation.known(id, in: view)
            // A container is named alone: its past placements are in its own history.
            let around = place.type == .location ? try view.whereabouts(of: place).path : []
            named = NamedPlacement(placement: placement, place: place, path: around + [place.name])
        }
        known[placement] = named
        return named
    }
}

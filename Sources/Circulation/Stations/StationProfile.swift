import Barcodes
import Vocabulary

/// What the grammar needs to know about a station besides its session.
struct StationProfile: Sendable, Hashable {
    /// The station's location.
    var location: Entity?
    /// Whether an item or container that is scanned by itself is returned.
    var returns = false
    /// Whether a clerk must sign in before anything is accepted.
    var needsSignIn = false
    /// The item or container that waits for its home location.
    var waiting: Entity?
    /// The badges to which the site assigned a role.
    ///
    /// Clerks and supervisors need no assignment.
    var badges: Set<Barcode> = []

    /// Whether scanning this entity signs its bearer in.
    func isBadge(_ entity: Entity) -> Bool {
        entity.type == .custodian && (entity.kind.signsIn || badges.contains(entity.barcode))
    }
}

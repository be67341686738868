import Barcodes
import Records

/// What the grammar needs to know about a station besides its session.
struct StationProfile: Sendable, Hashable {
    /// The station's location.
    var location: Record?
    /// Whether an item or container that is scanned by itself is returned.
    var returns = false
    /// Whether a clerk must sign in before anything is accepted.
    var needsSignIn = false
    /// The item or container that waits for its home location.
    var waiting: Record?
    /// The badges to which the site assigned a role.
    ///
    /// Clerks and supervisors need no assignment.
    var badges: Set<Barcode> = []

    /// Whether scanning this record signs its bearer in.
    func isBadge(_ record: Record) -> Bool {
        record.type == .custodian && (record.kind.signsIn || badges.contains(record.barcode))
    }
}

import Barcodes
import Records

/// What the grammar wants to know about a station, beside what it is in the middle of.
struct StationProfile: Sendable, Hashable {
    /// The location where it stands.
    var location: Record?
    /// Whether a thing that is scanned alone is returned.
    var returns = false
    /// Whether nothing is taken before a clerk signed in.
    var needsSignIn = false
    /// The thing that waits for its shelf.
    var waiting: Record?
    /// The badges that the site gave a role; those of clerks and supervisors need none.
    var badges: Set<Barcode> = []

    /// Whether scanning this signs its bearer in.
    func isBadge(_ record: Record) -> Bool {
        record.type == .custodian && (record.kind.signsIn || badges.contains(record.barcode))
    }
}

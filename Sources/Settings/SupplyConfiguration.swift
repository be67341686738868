package import Vocabulary

/// A consumable that is counted down by printing and registration.
package struct SupplyConfiguration: Sendable, Hashable {
    /// `name`: such as `roll-100x50`.
    package var name: SupplyName
    /// `unit`: what is counted, such as labels, sheets, ribbons or boxes.
    package var unit = "pieces"
    /// `uses`: the number of labels or registrations per unit.
    package var uses = 1
    /// `reorderAt`: the stock is low at this number of units.
    package var reorderAt = 0
    /// `templates` or `printers`, `kinds`: what uses it up: labels with these templates or on these printers, and
    /// registrations of these kinds.
    package var sources: [SupplySource] = []
}

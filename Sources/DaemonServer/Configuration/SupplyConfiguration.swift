public import Vocabulary

/// A consumable that is counted down by printing and registration.
public struct SupplyConfiguration: Sendable, Hashable {
    /// `name`: such as `roll-100x50`.
    public var name: SupplyName
    /// `unit`: what is counted, such as labels, sheets, ribbons or boxes.
    public var unit = "pieces"
    /// `uses`: the number of labels or registrations per unit.
    public var uses = 1
    /// `reorderAt`: the stock is low at this number of units.
    public var reorderAt = 0
    /// `templates` or `printers`, `kinds`: what uses it up: labels with these templates or on these printers, and
    /// registrations of these kinds.
    public var sources: [SupplySource] = []
}

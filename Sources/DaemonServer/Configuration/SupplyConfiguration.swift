public import Records

/// A supply that is counted down by what is printed and registered.
public struct SupplyConfiguration: Sendable, Hashable {
    /// `name`: such as `roll-100x50`.
    public var name: SupplyName
    /// `unit`: what is counted, such as labels, sheets, ribbons or boxes.
    public var unit = "pieces"
    /// `uses`: how many labels or things one unit serves.
    public var uses = 1
    /// `reorderAt`: so many units left are few.
    public var reorderAt = 0
    /// `templates` or `printers`, `kinds`: what uses it up: labels with these templates or labels on these printers, and
    /// things registered of these kinds.
    public var sources: [SupplySource] = []
}

/// What a clerk says about the sheet of labels that lies in the printer.
struct SheetUse: Sendable, Hashable {
    /// The first cell that is free, counted from 1; nil where the daemon remembers.
    var startCell: Int?
    /// Whether it is a fresh one, whatever was remembered.
    var isNew = false
}

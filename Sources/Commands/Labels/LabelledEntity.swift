import Terminal
import Wire

/// An entity that was just assigned a barcode, which is all that is shown.
struct LabelledEntity: Presentable {
    let entity: EntityResource
    /// The assigned barcode.
    let barcode: String

    var document: EntityResource { entity }
    var lines: [StyledText] { [StyledText(barcode)] }
    var identifiers: [String] { [barcode] }
}

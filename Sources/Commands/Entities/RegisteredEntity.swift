import Terminal
import Wire

/// An entity that was just registered; only its barcode is shown.
struct RegisteredEntity: Presentable {
    let entity: EntityResource

    var document: EntityResource { entity }
    var lines: [StyledText] { [StyledText(entity.barcode)] }
    var identifiers: [String] { [entity.barcode] }

    /// A sentence about the registration.
    var remark: String { "registered \(entity.kind) \(entity.barcode)" + (entity.title.map { " (\($0))" } ?? "") }
}

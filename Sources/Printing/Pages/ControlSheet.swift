import Barcodes
package import Labels
import Vocabulary

/// The sheet of all control barcodes, including those added by later versions.
package struct ControlSheet: Sendable {
    /// The template used when a request names none.
    package static let template = "controls"

    let fields: LabelFields

    package var labels: [LabelContent] {
        let common = fields.common
        return ControlCommand.allCases.compactMap { command in
            guard let barcode = command.barcode else { return nil }
            return LabelContent(
                barcode: Barcode(barcode),
                fields: common.merging(["title": command.title, "kind": "control"]) { $1 }
            )
        }
    }
}

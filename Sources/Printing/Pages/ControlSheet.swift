import Barcodes
package import Labels
import Localization
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
                fields: common.merging(["title": fields.text(of: command.message), "kind": "control"]) { $1 }
            )
        }
    }
}

extension ControlCommand {
    /// The text beside the barcode on the sheet.
    fileprivate var message: Message {
        switch self {
        case .put: Message("Put here", context: "control barcode")
        case .into: Message("Into this", context: "control barcode")
        case .chargeOut: Message("Charge out to", context: "control barcode")
        case .takeBack: Message("Return", context: "control barcode")
        case .inTransit: Message("In transit", context: "control barcode")
        case .pickUp: Message("Pick up (cart)", context: "control barcode")
        case .drop: Message("Drop (cart)", context: "control barcode")
        case .whereIs: Message("Where is this?", context: "control barcode")
        case .end: Message("End", context: "control barcode")
        case .undo: Message("Undo last", context: "control barcode")
        case .undoRun: Message("Undo run", context: "control barcode")
        case .signOut: Message("Sign out", context: "control barcode")
        case .reprint: Message("Reprint label", context: "control barcode")
        case .startStocktake: Message("Start stocktake", context: "control barcode")
        case .endStocktake: Message("End stocktake", context: "control barcode")
        case .confirm: Message("Confirm", context: "control barcode")
        case .verify: Message("Verify contents", context: "control barcode")
        case .notFound: Message("Not found", context: "control barcode")
        }
    }
}

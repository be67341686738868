import Barcodes
import Records

extension Fact {
    /// The texts to which the body only commits.
    var texts: [(field: TextField, text: String)] {
        switch self {
        case .registered(let registration):
            Self.texts((.barcode, registration.barcode.foreignText), (.title, registration.title))
        case .transferred(let transfer): Self.texts((.reason, transfer.reason))
        case .changed(let change): Self.texts((.title, change.title.applied(to: nil)))
        case .labelled(let labelling): Self.texts((.barcode, labelling.barcode.foreignText))
        case .documentMoved(let move): Self.texts((.reason, move.reason))
        case .corrected(let correction): Self.texts((.reason, correction.reason))
        case .expunged(let expungement):
            Self.texts((.order, expungement.order), (.reason, expungement.reason))
        case .restricted(let restriction):
            Self.texts((.order, restriction.order), (.reason, restriction.reason))
        case .log(.restored(_, _, _, let reason)), .log(.keyRotated(_, _, let reason)): Self.texts((.reason, reason))
        case .held(let hold): Self.texts((.order, hold.order), (.reason, hold.reason))
        case .labelPrinted(let print): Self.texts((.reason, print.reason))
        case .wanted(let want): Self.texts((.reason, want.reason))
        case .pagePrinted, .labelApplied, .documentAttached, .renewed, .counted, .pullList, .notFound, .supply, .log,
            .unknown:
            []
        }
    }

    private static func texts(_ texts: (TextField, String?)...) -> [(field: TextField, text: String)] {
        texts.compactMap { field, text in text.map { (field, $0) } }
    }
}

extension Barcode? {
    /// The text of a barcode not minted by Outguide; a foreign barcode may contain a case number.
    fileprivate var foreignText: String? { self.flatMap { $0.minted == nil ? $0.text : nil } }
}

import Printers
import Wire

/// Kinds of printer trouble that the caller overrides.
struct PrinterTroubles: Sendable {
    /// Sorted, without duplicates.
    let kinds: [String]

    /// Throws when a kind is not one that printers may report wrongly.
    init(wire kinds: [String]?) throws {
        let kinds = kinds ?? []
        if let kind = kinds.first(where: { !PrintError.overridable.contains($0) }) {
            let known = PrintError.overridable.sorted().joined(separator: ", ")
            let detail =
                "cannot print despite \(kind.prefix(40)): the kinds of trouble that a printer may report wrongly are "
            throw Problem(.invalidRequest, detail: detail + known)
        }
        self.kinds = Array(Set(kinds)).sorted()
    }
}

import Labels
import Wire

/// Kinds of trouble that a printer reports and that somebody wants it to print in spite of.
struct PrinterTroubles: Sendable {
    /// Sorted, each once.
    let kinds: [String]

    /// Refused when one is none that a printer may report wrongly.
    init(wire kinds: [String]?) throws {
        let kinds = kinds ?? []
        if let kind = kinds.first(where: { !PrintError.overridable.contains($0) }) {
            let known = PrintError.overridable.sorted().joined(separator: ", ")
            let detail =
                "cannot print despite \(kind.prefix(40)): the kinds of trouble that a printer may report wrongly are "
            throw Problem(.invalidRequest, status: 400, detail: detail + known)
        }
        self.kinds = Array(Set(kinds)).sorted()
    }
}

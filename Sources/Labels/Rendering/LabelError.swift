public import Barcodes

/// The reason why labels cannot be rendered.
public enum LabelError: Error, Sendable, Equatable, CustomStringConvertible {
    case noLabels
    /// More labels than ``LabelRenderer/mostLabels`` in one document.
    case tooManyLabels(Int)
    /// A page of more than ``LabelRenderer/mostDots``, or pages of more than ``LabelRenderer/mostDotsAtOnce``.
    case resolution(PrintResolution)
    /// Every cell of the sheet is used.
    case sheetFull(cells: Int)
    /// A required field has no value or a blank one.
    case missingField(String)
    /// The template has no such field, only the `known` ones.
    case unknownField(String, of: String, known: [String])
    /// No installed font has these characters of the entity's label; they would be drawn as boxes.
    case missingGlyphs([Unicode.Scalar], of: Barcode?)
    /// No installed font has these characters of the template's own text.
    case templateGlyphs([Unicode.Scalar], of: String)
    /// The symbology cannot encode the text; the words are zint's.
    case unencodable(String, words: String)
    /// Even with the narrowest permitted bars, the symbol with its quiet zone is larger than the box; both in
    /// millimetres.
    case symbolTooWide(String, needed: Double, room: Double)
    /// The drawn symbol does not decode to its text.
    case unreadable(String)
    /// The document could not be written; the words are those of the system.
    case writing(String)
    /// The task was cancelled between two labels.
    case cancelled
    /// Cairo or Pango failed; the words are theirs.
    case drawing(String)

    public var description: String {
        switch self {
        case .noLabels: "cannot render a document without labels: give at least one"
        case .tooManyLabels(let count):
            "cannot render \(count) labels at once: give at most \(LabelRenderer.mostLabels) and print the rest after them"
        case .resolution(let resolution):
            "cannot render so many dots at \(resolution) dots per inch: render fewer labels at once"
        case .sheetFull(let cells):
            "cannot use a sheet whose \(cells) cells are all used: load a new one and say so with --new-sheet"
        case .missingField(let name):
            "cannot fill the field \(name): it is empty; give it a value, or write {\(name)?} in the template"
        case .unknownField(let name, let template, let known):
            Self.words(forField: name, of: template, known: known)
        case .missingGlyphs(let scalars, let barcode):
            Self.words(for: scalars, on: barcode.map { " on the label of \($0)" } ?? "")
        case .templateGlyphs(let scalars, let template): Self.words(for: scalars, on: " of the template \(template)")
        case .unencodable(let text, let words):
            "cannot make a symbol of \(text) (\(words)): use a template with QR"
        case .symbolTooWide(let text, let needed, let room):
            "cannot fit the symbol of \(text): it needs \(needed) of \(room) millimetres; use a wider label, a finer printer, or QR"
        case .unreadable(let text):
            "cannot let the label of \(text) go: what was drawn does not read back; try another resolution or template"
        case .writing(let words): "cannot write the labels (\(words)): free some space, or name another file"
        case .cancelled: "cannot finish the labels: the task was cancelled"
        case .drawing(let words): "cannot draw the label (\(words)): check memory and installed fonts"
        }
    }
}

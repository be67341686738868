public import Barcodes
import Vocabulary

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

extension LabelError {
    /// Returns the message for an unknown field, with the template's fields and the nearest match.
    static func words(forField name: String, of template: String, known: [String]) -> String {
        let what = "cannot use the field \(name.prefix(40)): the template \(template)"
        guard !known.isEmpty else { return what + " has no fields that can be given" }
        let list = known.joined(separator: ", ")
        guard let near = Spelling.nearest(to: name, among: known).first else { return what + " has only \(list)" }
        return what + " has only \(list); did you mean \(near)?"
    }
}

extension LabelError {
    /// Returns the message for characters that no font has, with the packages that contain them.
    static func words(for scalars: [Unicode.Scalar], on what: String) -> String {
        let most = 8
        let names = scalars.prefix(most).map(name).joined(separator: ", ")
        let more = scalars.count > most ? " and \(scalars.count - most) more" : ""
        let packages = Set(scalars.compactMap(package)).sorted().joined(separator: " ")
        let install = packages.isEmpty ? "" : "apt install \(packages), or "
        return "cannot write \(names)\(more)\(what): no installed font has "
            + "these characters; \(install)take them out of its text"
    }

    /// Returns `U+4E2D (中)`, or the name of a character that cannot be shown by itself.
    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        switch scalar.properties.generalCategory {
        case .privateUse: return "\(code) (a private character)"
        case .unassigned: return "\(code) (not assigned)"
        case .control, .format, .nonspacingMark, .enclosingMark, .spacingMark, .surrogate:
            return scalar.properties.name.map { "\(code) (\($0))" } ?? code
        default: return "\(code) (\(scalar))"
        }
    }

    /// Returns the Debian package whose fonts have the character; nil if none is known.
    private static func package(for scalar: Unicode.Scalar) -> String? {
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned, .surrogate, .control: return nil
        default: break
        }
        return switch scalar.value {
        // Hangul, kana, ideographs, their punctuation and wide forms.
        case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFFEF, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
            "fonts-noto-cjk"
        // Arrows, technical and other symbols, pictographs and emoji; in black outlines, which label printers need.
        case 0x2190...0x2BFF, 0x1F000...0x1FAFF: "fonts-symbola"
        case ..<0x2190, 0xA000...0xFFFF: "fonts-noto-core"
        default: "fonts-noto-extra"
        }
    }
}

public import Barcodes
public import Localization
import Vocabulary

/// The reason why labels cannot be rendered.
public enum LabelError: Error, Sendable, Equatable, MessageConvertible {
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
    case unencodable(String, words: Message)
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

    public var message: Message {
        switch self {
        case .noLabels: Message("cannot render a document without labels: give at least one")
        case .tooManyLabels(let count):
            Message(
                "cannot render \(count, "count") labels at once: give at most \(LabelRenderer.mostLabels, "limit") and "
                    + "print the rest after them"
            )
        case .resolution(let resolution):
            Message(
                "cannot render so many dots at \(resolution, "resolution") dots per inch: render fewer labels at once"
            )
        case .sheetFull(let cells):
            Message(
                "cannot use a sheet whose \(cells, "cells") cells are all used: load a new one and say so with "
                    + "--new-sheet"
            )
        case .missingField(let name):
            Message(
                "cannot fill the field \(name, "name"): it is empty; give it a value, or write {{\(name, "name")?}} in "
                    + "the template"
            )
        case .unknownField(let name, let template, let known):
            Self.message(forField: name, of: template, known: known)
        case .missingGlyphs(let scalars, let barcode): Self.message(for: scalars, of: barcode)
        case .templateGlyphs(let scalars, let template): Self.message(for: scalars, of: template)
        case .unencodable(let text, let words):
            Message("cannot make a symbol of \(text, "text") (\(words, "reason")): use a template with QR")
        case .symbolTooWide(let text, let needed, let room):
            Message(
                "cannot fit the symbol of \(text, "text"): it needs \(needed, "needed") of \(room, "room") "
                    + "millimetres; use a wider label, a finer printer, or QR"
            )
        case .unreadable(let text):
            Message(
                "cannot let the label of \(text, "text") go: what was drawn does not read back; try another resolution "
                    + "or template"
            )
        case .writing(let words):
            Message("cannot write the labels (\(words, "reason")): free some space, or name another file")
        case .cancelled: Message("cannot finish the labels: the task was cancelled")
        case .drawing(let words):
            Message("cannot draw the label (\(words, "reason")): check memory and installed fonts")
        }
    }
}

extension LabelError {
    /// Returns the message for an unknown field, with the template's fields and the nearest match.
    static func message(forField name: String, of template: String, known: [String]) -> Message {
        let (name, list) = (name.prefix(40), known.joined(separator: ", "))
        guard !known.isEmpty else {
            return Message(
                "cannot use the field \(name, "field"): the template \(template, "template") has no fields that can be "
                    + "given"
            )
        }
        guard let near = Spelling.nearest(to: String(name), among: known).first else {
            return Message(
                "cannot use the field \(name, "field"): the template \(template, "template") has only \(list, "fields")"
            )
        }
        return Message(
            "cannot use the field \(name, "field"): the template \(template, "template") has only \(list, "fields"); "
                + "did you mean \(near, "near")?"
        )
    }
}

extension LabelError {
    /// Returns the message for characters of an entity's label that no font has.
    private static func message(for scalars: [Unicode.Scalar], of barcode: Barcode?) -> Message {
        let (names, remedy) = (names(of: scalars), remedy(for: scalars))
        guard let barcode else {
            return Message(
                "cannot write \(names, "characters"): no installed font has these characters; \(remedy, "remedy")"
            )
        }
        return Message(
            "cannot write \(names, "characters") on the label of \(barcode, "item"): no installed font has these "
                + "characters; \(remedy, "remedy")"
        )
    }

    /// Returns the message for characters of a template's own text that no font has.
    private static func message(for scalars: [Unicode.Scalar], of template: String) -> Message {
        let (names, remedy) = (names(of: scalars), remedy(for: scalars))
        return Message(
            "cannot write \(names, "characters") of the template \(template, "template"): no installed font has these "
                + "characters; \(remedy, "remedy")"
        )
    }

    /// Returns the first characters, and how many more there are.
    private static func names(of scalars: [Unicode.Scalar]) -> MessageArgument {
        let most = 8
        let names = scalars.prefix(most).map { MessageArgument.message(name(of: $0)) }
        let more = scalars.count - most
        return .all(more > 0 ? names + [.message(Message("{count} more", plural: "{count} more", count: more))] : names)
    }

    /// Returns the remedy, with the packages that have fonts for the characters.
    private static func remedy(for scalars: [Unicode.Scalar]) -> Message {
        let packages = Set(scalars.compactMap(package)).sorted().joined(separator: " ")
        return packages.isEmpty
            ? Message("take them out of its text")
            : Message("apt install \(packages, "packages"), or take them out of its text")
    }

    /// Returns `U+4E2D (中)`, or the name of a character that cannot be shown by itself.
    private static func name(of scalar: Unicode.Scalar) -> Message {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        switch scalar.properties.generalCategory {
        case .privateUse: return Message("\(code, "code") (a private character)")
        case .unassigned: return Message("\(code, "code") (not assigned)")
        case .control, .format, .nonspacingMark, .enclosingMark, .spacingMark, .surrogate:
            return Message(verbatim: scalar.properties.name.map { "\(code) (\($0))" } ?? code)
        default: return Message(verbatim: "\(code) (\(scalar))")
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

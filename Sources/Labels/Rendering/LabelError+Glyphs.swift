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

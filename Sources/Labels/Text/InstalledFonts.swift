import CPango
import Records
import Synchronization

/// The families that labels can be set in.
///
/// In the place of any other the system would take one that it chooses, and the label would not be what its template says.
struct InstalledFonts: Sendable {
    /// Those that were found when the process first asked, or when it looked again.
    ///
    /// Fontconfig may be asked on any thread since version 2.10.91, Pango with a font map of one's own since 1.32.4.
    static var here: InstalledFonts { known.withLock { $0 } }
    private static let known = Mutex(InstalledFonts(families: families()))

    /// Finds fonts that were installed or removed since; for use on the rendering queue only, where no text is set
    /// meanwhile.
    ///
    /// `FcConfigUptoDate` is not asked first: it misses what changed in the second in which Fontconfig looked last.
    static func lookAgain() {
        guard FcInitReinitialize() != 0 else { return }
        let found = InstalledFonts(families: families())
        known.withLock { $0 = found }
    }

    /// Names that the system has a family for, whatever it is.
    private static let generic = ["Sans", "Sans-Serif", "Serif", "Mono", "Monospace", "System-ui"]
    /// The words of Pango for a weight, a slant or a width.
    private static let styles = [
        "Thin", "Ultra-Light", "Extra-Light", "Light", "Semi-Light", "Book", "Regular", "Medium", "Semi-Bold", "Bold",
        "Ultra-Bold", "Extra-Bold", "Heavy", "Black", "Italic", "Oblique", "Condensed", "Semi-Condensed",
        "Extra-Condensed", "Expanded", "Semi-Expanded",
    ]

    let families: [String]

    /// Why text cannot be set in `font`, and what may have been meant; nil when it can.
    func problem(with font: String) -> String? {
        guard let family = Self.family(of: font) else { return "the font has no family: write such as Sans Bold" }
        let known = Self.generic + families
        if known.contains(where: { $0.lowercased() == family.lowercased() }) { return nil }
        let words = family.split(separator: " ")
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            let front = words.prefix(count).joined(separator: " ")
            guard known.contains(where: { $0.lowercased() == front.lowercased() }) else { continue }
            let near = words.dropFirst(count).flatMap { Spelling.nearest(to: String($0), among: Self.styles) }
            if let style = near.first { return "\(front) has no style \(words[count]): did you mean \(style)?" }
        }
        let near = Spelling.nearest(to: family, among: known)
        let way = near.isEmpty ? "take Sans, Serif or Monospace" : "did you mean \(near.joined(separator: " or "))?"
        return "no font \(family) is installed: \(way)"
    }

    /// The family in a font's description, without its style; nil when it is a style alone.
    private static func family(of font: String) -> String? {
        guard let description = pango_font_description_from_string(font) else { return nil }
        defer { pango_font_description_free(description) }
        return pango_font_description_get_family(description).map { String(cString: $0) }
    }

    private static func families() -> [String] {
        guard let map = pango_cairo_font_map_new() else { return [] }
        defer { g_object_unref(map) }
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: CInt = 0
        pango_font_map_list_families(map, &list, &count)
        defer { g_free(list) }
        return (0..<Int(count)).compactMap { index in
            list?[index].flatMap { pango_font_family_get_name($0) }.map { String(cString: $0) }
        }
    }
}

import CPango
import Localization
import Synchronization
import Vocabulary

/// The installed font families for labels.
///
/// For an unknown family the system would substitute another one, and the label would not match its template.
struct InstalledFonts: Sendable {
    /// The families found when the process first looked, or looked again.
    ///
    /// Fontconfig is thread-safe since version 2.10.91, Pango with separate font maps since 1.32.4.
    static var here: InstalledFonts { known.withLock { $0 } }
    private static let known = Mutex(InstalledFonts(families: families()))

    /// Updates the list of installed fonts.
    ///
    /// Call it only on the rendering queue, where no text is being laid out. `FcConfigUptoDate` is not checked first,
    /// because it misses changes within the second of Fontconfig's last check.
    static func lookAgain() {
        guard FcInitReinitialize() != 0 else { return }
        let found = InstalledFonts(families: families())
        known.withLock { $0 = found }
    }

    /// Generic names for which the system always has a family.
    private static let generic = ["Sans", "Sans-Serif", "Serif", "Mono", "Monospace", "System-ui"]
    /// Pango's words for weights, slants and widths.
    private static let styles = [
        "Thin", "Ultra-Light", "Extra-Light", "Light", "Semi-Light", "Book", "Regular", "Medium", "Semi-Bold", "Bold",
        "Ultra-Bold", "Extra-Bold", "Heavy", "Black", "Italic", "Oblique", "Condensed", "Semi-Condensed",
        "Extra-Condensed", "Expanded", "Semi-Expanded",
    ]

    let families: [String]

    /// Returns why `font` cannot be used, with the nearest match; nil if it can.
    func problem(with font: String) -> Message? {
        guard let family = Self.family(of: font) else {
            return Message("the font has no family: write such as Sans Bold")
        }
        let known = Self.generic + families
        if known.contains(where: { $0.lowercased() == family.lowercased() }) { return nil }
        let words = family.split(separator: " ")
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            let front = words.prefix(count).joined(separator: " ")
            guard known.contains(where: { $0.lowercased() == front.lowercased() }) else { continue }
            let near = words.dropFirst(count).flatMap { Spelling.nearest(to: String($0), among: Self.styles) }
            if let style = near.first {
                let wrong = words[count]
                return Message("\(front, "font") has no style \(wrong, "style"): did you mean \(style, "near")?")
            }
        }
        let near = Spelling.nearest(to: family, among: known)
        guard !near.isEmpty else {
            return Message("no font \(family, "font") is installed: take Sans, Serif or Monospace")
        }
        let meant = MessageArgument.any(near.map { .text($0) })
        return Message("no font \(family, "font") is installed: did you mean \(meant, "near")?")
    }

    /// Returns the family in a font description, without its style; nil if it has only a style.
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

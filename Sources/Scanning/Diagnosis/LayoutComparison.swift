/// Determines the layout that a scanner uses from the text that its keys produce under another layout.
struct LayoutComparison {
    let declared: KeyboardLayout

    /// The layouts in which the keys for `expected` produce `text` under the declared layout, most common first.
    func layouts(for text: String, of expected: String) -> [KeyboardLayout] {
        guard let declared = try? KeyMap(declared) else { return [] }
        return ScannerReader.pairingLayouts.filter { layout in
            guard layout != self.declared, let played = try? KeyMap(layout), let keys = played.typing(expected),
                let read = Self.text(of: keys, under: declared)
            else { return false }
            // `text` may begin with an AIM prefix, which a wrong layout distorts too.
            return text == read || (text.count == read.count + 3 && text.hasSuffix(read))
        }
    }

    /// The text that keys produce under a layout; nil when a key produces nothing definite.
    private static func text(of keys: [TypedKey], under layout: KeyMap) -> String? {
        var text = ""
        for key in keys {
            guard let state = try? KeyState(layout) else { return nil }
            for modifier in key.modifiers { state.press(modifier) }
            guard case .text(let typed) = state.meaning(of: key.code) else { return nil }
            text += typed
        }
        return text
    }
}

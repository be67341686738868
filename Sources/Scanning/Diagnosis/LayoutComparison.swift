/// Finds the layout that a gun plays by what its keys say under another layout.
struct LayoutComparison {
    let declared: KeyboardLayout

    /// The layouts in which the keys for `expected` give `text` under the declared layout, the commonest first.
    func layouts(for text: String, of expected: String) -> [KeyboardLayout] {
        guard let declared = try? KeyMap(declared) else { return [] }
        return ScannerReader.pairingLayouts.filter { layout in
            guard layout != self.declared, let played = try? KeyMap(layout), let keys = played.typing(expected),
                let read = Self.text(of: keys, under: declared)
            else { return false }
            // What is wrong in the layout is wrong in an AIM prefix too, which may stand before it.
            return text == read || (text.count == read.count + 3 && text.hasSuffix(read))
        }
    }

    /// What keys type under a layout; nil where one of them types nothing certain.
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

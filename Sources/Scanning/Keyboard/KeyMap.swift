import CXkbCommon

/// Owns a compiled libxkbcommon layout; not Sendable, because libxkbcommon's reference counts are not atomic.
final class KeyMap {
    let pointer: OpaquePointer

    /// Compiles the layout from xkeyboard-config alone, ignoring the environment, the session and home directories.
    init(_ layout: KeyboardLayout) throws(KeyboardLayoutError) {
        guard Self.isName(layout.name), layout.variant.map(Self.isName) ?? true else { throw .badName(layout) }
        let flags = XKB_CONTEXT_NO_DEFAULT_INCLUDES.rawValue | XKB_CONTEXT_NO_ENVIRONMENT_NAMES.rawValue
        guard let context = xkb_context_new(xkb_context_flags(rawValue: flags)) else { throw .unavailable }
        // The key map keeps its own reference.
        defer { xkb_context_unref(context) }
        // Suppresses libxkbcommon's messages to standard error; the caller reports the failure.
        xkb_context_set_log_level(context, XKB_LOG_LEVEL_CRITICAL)
        guard xkb_context_include_path_append(context, "/usr/share/X11/xkb") == 1 else { throw .unavailable }

        let compiled = layout.name.withCString { name in
            (layout.variant ?? "").withCString { variant in
                // nil selects libxkbcommon's defaults: the rules evdev, the model pc105 and no options.
                var names = xkb_rule_names(rules: nil, model: nil, layout: name, variant: variant, options: nil)
                return xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
            }
        }
        guard let compiled else { throw .unknown(layout) }
        self.pointer = compiled
    }

    deinit { xkb_keymap_unref(pointer) }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}

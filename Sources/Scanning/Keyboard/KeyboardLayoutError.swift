/// Why a keyboard layout cannot be used.
public enum KeyboardLayoutError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name contains invalid characters, or lists several layouts.
    case badName(KeyboardLayout)
    /// xkeyboard-config has no such layout or variant.
    case unknown(KeyboardLayout)
    /// libxkbcommon could not be initialised.
    case unavailable

    public var description: String {
        switch self {
        case .badName(let layout):
            "cannot use the keyboard layout \"\(layout)\": give one layout by its name, such as us or de"
        case .unknown(let layout):
            "cannot use the keyboard layout \"\(layout)\": see /usr/share/X11/xkb/rules/base.lst for those there are"
        case .unavailable:
            "cannot start libxkbcommon: check that there is memory left"
        }
    }
}

/// The layout that a scanner uses as a keyboard, which is a setting of the scanner and not of the computer.
public struct KeyboardLayout: Sendable, Hashable, CustomStringConvertible {
    /// A name from xkeyboard-config, such as `us` or `de`.
    public let name: String
    /// A variant of the layout from xkeyboard-config, such as `nodeadkeys`.
    public let variant: String?

    /// The factory setting of scanners.
    public static let us = KeyboardLayout(name: "us")

    /// A layout; ``KeyboardLayout/check()`` determines whether xkeyboard-config has it.
    public init(name: String, variant: String? = nil) {
        self.name = name
        self.variant = variant
    }

    /// Compiles the layout once, to detect a wrong name before a scanner is plugged in.
    public func check() throws(KeyboardLayoutError) {
        _ = try KeyMap(self)
    }

    public var description: String { variant.map { "\(name)(\($0))" } ?? name }
}

/// The layout of the keyboard that a scanner plays, which is a setting of the scanner and not of the computer.
public struct KeyboardLayout: Sendable, Hashable, CustomStringConvertible {
    /// A name from xkeyboard-config, such as `us` or `de`.
    public let name: String
    /// A variant of the layout from xkeyboard-config, such as `nodeadkeys`.
    public let variant: String?

    /// What scanners play when they leave the factory.
    public static let us = KeyboardLayout(name: "us")

    /// A layout; whether xkeyboard-config has it is found out by ``KeyboardLayout/check()``.
    public init(name: String, variant: String? = nil) {
        self.name = name
        self.variant = variant
    }

    /// Compiles the layout once, so that a wrong name shows before a scanner is plugged in.
    public func check() throws(KeyboardLayoutError) {
        _ = try KeyMap(self)
    }

    public var description: String { variant.map { "\(name)(\($0))" } ?? name }
}

public import Localization

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
    ///
    /// - Throws: ``KeyboardLayoutError`` if there is no such layout.
    public func check() throws(KeyboardLayoutError) { _ = try KeyMap(self) }

    public var description: String { variant.map { "\(name)(\($0))" } ?? name }
}

/// Why a keyboard layout cannot be used.
public enum KeyboardLayoutError: Error, Sendable, Hashable, MessageConvertible {
    /// The name contains invalid characters, or lists several layouts.
    case badName(KeyboardLayout)
    /// xkeyboard-config has no such layout or variant.
    case unknown(KeyboardLayout)
    /// libxkbcommon could not be initialised.
    case unavailable

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .badName(let layout):
            Message(
                "cannot use the keyboard layout \"\(layout, "layout")\": give one layout by its name, such as us or de"
            )
        case .unknown(let layout):
            Message(
                "cannot use the keyboard layout \"\(layout, "layout")\": see /usr/share/X11/xkb/rules/base.lst for those "
                    + "there are"
            )
        case .unavailable: Message("cannot start libxkbcommon: check that there is memory left")
        }
    }
}

/// The key maps for the settings, compiled before a scanner needs them.
///
/// `@unchecked`, because libxkbcommon's reference counts are not atomic: the creator passes the value to the reading
/// thread once, through the mailbox or at the start of the thread, and keeps no reference.
struct CompiledLayouts: @unchecked Sendable {
    private let keyMaps: [KeyboardLayout: Result<KeyMap, KeyboardLayoutError>]

    init(_ layouts: some Sequence<KeyboardLayout>) {
        keyMaps = Dictionary(uniqueKeysWithValues: Set(layouts).map { ($0, Self.compile($0)) })
    }

    init(for settings: [ScannerSetting]) { self.init(settings.map(\.layout) + [.us]) }

    /// The state of a keyboard with no key pressed.
    func state(of layout: KeyboardLayout) throws(ScannerFailure) -> KeyState {
        do throws(KeyboardLayoutError) {
            return try KeyState((keyMaps[layout] ?? .failure(.unavailable)).get())
        } catch {
            throw .badLayout(error)
        }
    }

    private static func compile(_ layout: KeyboardLayout) -> Result<KeyMap, KeyboardLayoutError> {
        do throws(KeyboardLayoutError) {
            return .success(try KeyMap(layout))
        } catch {
            return .failure(error)
        }
    }
}

/// One key of a keyboard scanner going down or up.
public struct Keystroke: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable {
        case pressed, released
        /// The kernel repeats a key that is held; readings ignore it.
        case repeated

        init(_ value: Int32) {
            switch value {
            case 0: self = .released
            case 1: self = .pressed
            default: self = .repeated
            }
        }
    }

    /// The number that the kernel gives the key.
    public let code: UInt16
    /// The kernel's name, such as `KEY_A`: that of the key on a US keyboard, whatever the layout.
    public let name: String
    public let action: Action
    /// What the key types in the scanner's layout as the modifiers stand; nil for modifiers and unusable keys.
    public let text: String?
    /// When the kernel saw it, in microseconds since 1970 UTC.
    public let time: Int64

    public init(code: UInt16, name: String, action: Action, text: String?, time: Int64) {
        self.code = code
        self.name = name
        self.action = action
        self.text = text
        self.time = time
    }
}

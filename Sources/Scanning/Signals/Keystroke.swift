/// A key of a keyboard scanner pressed or released.
public struct Keystroke: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable {
        case pressed, released
        /// The kernel's repeat of a held key, which readings ignore.
        case repeated

        init(_ value: Int32) {
            switch value {
            case 0: self = .released
            case 1: self = .pressed
            default: self = .repeated
            }
        }
    }

    /// The kernel key code.
    public let code: UInt16
    /// The kernel's name, such as `KEY_A`, which is that of the key on a US keyboard in any layout.
    public let name: String
    public let action: Action
    /// The text of the key in the scanner's layout with the current modifiers; nil for modifiers and unusable keys.
    public let text: String?
    /// When the kernel received it, in microseconds since 1970 UTC.
    public let time: Int64

    public init(code: UInt16, name: String, action: Action, text: String?, time: Int64) {
        self.code = code
        self.name = name
        self.action = action
        self.text = text
        self.time = time
    }
}

/// Why the description of a scanner in the configuration is invalid.
public enum ScannerMatchError: Error, Sendable, Equatable, CustomStringConvertible {
    case empty
    case notFourHexDigits(part: String, value: String)
    case blank(part: String)
    case notAnInterface(String)
    case notADevice(String)

    public var description: String {
        switch self {
        case .empty:
            "cannot match a scanner by nothing: give its vendor, product, serial, port or path"
        case .notFourHexDigits(let part, let value):
            "cannot match a scanner by the \(part) \"\(value)\": it has four hexadecimal digits, such as 05e0"
        case .blank(let part):
            "cannot match a scanner by an empty \(part): leave it out"
        case .notAnInterface(let text):
            "cannot match a scanner by the interface \"\(text)\": it has two hexadecimal digits, such as 00"
        case .notADevice(let path):
            "cannot match a scanner by the path \"\(path)\": it begins with /dev/"
        }
    }
}

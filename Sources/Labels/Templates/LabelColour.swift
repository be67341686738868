import Glibc

/// A colour in sRGB.
///
/// Printers that only print black show it as a pattern of dots.
public struct LabelColour: Sendable, Hashable {
    /// The components, each from 0 to 255.
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public static let black = LabelColour(red: 0, green: 0, blue: 0)
    public static let white = LabelColour(red: 255, green: 255, blue: 255)

    /// Parses `#rrggbb`, `black` or `white`.
    init?(parsing text: String) {
        switch text {
        case "black": self = .black
        case "white": self = .white
        default:
            guard text.utf8.count == 7, text.hasPrefix("#"), text.utf8.dropFirst().allSatisfy(Self.isHexadecimal),
                let value = UInt32(text.dropFirst(), radix: 16)
            else { return nil }
            self.init(value)
        }
    }

    /// Creates a colour from `0xRRGGBB`.
    init(_ value: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: value >> 16),
            green: UInt8(truncatingIfNeeded: value >> 8),
            blue: UInt8(truncatingIfNeeded: value)
        )
    }

    private init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The lightness from 0 to 255, with the weights of ITU-R BT.601 in 256ths.
    var light: Int { (Int(red) * 77 + Int(green) * 150 + Int(blue) * 29) >> 8 }

    /// Black or white, whichever is nearer, which needs no pattern.
    var solid: LabelColour { light > 127 ? .white : .black }

    /// Returns the contrast ratio, from 1 to 21 (W3C WCAG 2.2, contrast ratio).
    func contrast(with other: LabelColour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The relative luminance from 0 to 1 (W3C WCAG 2.2, relative luminance).
    private var luminance: Double {
        func linear(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}

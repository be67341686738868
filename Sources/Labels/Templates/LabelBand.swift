/// A band in the colour of one digit, with the digit in it, which makes a misfiled folder visible from afar.
public struct LabelBand: Sendable, Hashable {
    /// The assignment of colours to digits.
    public enum Palette: String, Sendable, Hashable, CaseIterable {
        /// Ten colours, as distinct from their neighbours as print allows, for terminal digits.
        case terminalDigit = "terminal-digit"
        /// Ten other colours, so that a year is not mistaken for a number.
        case year

        /// Returns the colour of a digit from 0 to 9.
        func colour(of digit: Int) -> LabelColour { LabelColour(values[digit]) }

        private var values: [UInt32] {
            switch self {
            case .terminalDigit:
                [0xD7263D, 0x8D8D8D, 0xF46036, 0x1B4F9C, 0xFFD23F, 0x2E933C, 0x6A3D9A, 0x8B5A2B, 0xF49AC2, 0x45B8E8]
            case .year:
                [0x123E7C, 0xF7A600, 0x7B2D26, 0xA7D129, 0xB5179E, 0x2A9D8F, 0xFFE45E, 0x5B5F97, 0xE85D75, 0x3A3A3A]
            }
        }
    }

    public let content: FieldExpression
    /// The position of the digit in the content, counted from the end; 1 is the last.
    public let digit: Int
    public let palette: Palette
    public let box: LabelBox
    public let turn: QuarterTurn

    /// The white area for the digit in the middle of the colour.
    ///
    /// Printers that only print black show a colour as dots, on which a digit would be unreadable.
    var plate: LabelBox {
        let (across, along) = turn.isSideways ? (box.height, box.width) : (box.width, box.height)
        let height = min(along * 0.84, across * 0.84 / Self.plateShape)
        let (width, tall) = (height * Self.plateShape, height)
        let size = turn.isSideways ? (width: tall, height: width) : (width: width, height: tall)
        return LabelBox(
            x: box.x + (box.width - size.width) / 2,
            y: box.y + (box.height - size.height) / 2,
            width: size.width,
            height: size.height
        )
    }

    /// The ratio of a digit's width to its line height, with some white around it.
    private static let plateShape = 0.8

    /// The digit's text, as large as its plate.
    var text: LabelText {
        let plate = plate
        return LabelText(
            content: content,
            font: "Sans Bold",
            size: max(4, (turn.isSideways ? plate.width : plate.height) * 72 / 25.4),
            minimumSize: 4,
            box: plate,
            alignment: .center,
            maximumLines: 1,
            ellipsis: .end,
            turn: turn,
            colour: .black
        )
    }

    /// Returns the digit of `words` that the band shows; nil if there are too few.
    func digit(in words: String) -> Int? {
        let digits = words.unicodeScalars.filter { ("0"..."9").contains($0) }
        guard digits.count >= digit else { return nil }
        return Int(digits[digits.index(digits.endIndex, offsetBy: -digit)].value) - 48
    }
}

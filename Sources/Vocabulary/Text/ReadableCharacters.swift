/// The characters that are accepted in text that users write.
///
/// Refused are characters that are invisible or change how others are displayed: control and formatting characters,
/// such as the marks and overrides of writing direction (Unicode UAX #9), tag characters, and everything else with the
/// property Default_Ignorable_Code_Point (UAX #44); characters without a common meaning (private use, unassigned); and
/// U+FFFC and U+FFFD, which stand for missing content. Joiners and variation selectors are invisible, too, but several
/// scripts need them: they are accepted where they have an effect (UTS #39, section 3.1.1; UTS #37 for the variants of
/// Han characters in names).
enum ReadableCharacters {
    /// Returns the index of the first character that is refused in its context.
    static func firstRefused(in scalars: [Unicode.Scalar]) -> Int? {
        scalars.indices.first { index in
            let before = index > scalars.startIndex ? scalars[index - 1] : nil
            let after = index + 1 < scalars.endIndex ? scalars[index + 1] : nil
            return !isReadable(scalars[index], between: before, and: after)
        }
    }

    /// Whether the character is visible: not white space, not a blank Braille cell, not a mark alone.
    static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .nonspacingMark, .enclosingMark, .format: false
        default: scalar != "\u{2800}"
        }
    }

    private static func isReadable(
        _ scalar: Unicode.Scalar,
        between before: Unicode.Scalar?,
        and after: Unicode.Scalar?
    ) -> Bool {
        switch scalar.value {
        case 0xFFFC, 0xFFFD: return false
        case 0x200C: return joins(before, after)
        case 0x200D: return joins(before, after) || joinsPictures(before, after)
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: return isVariant(scalar, of: before)
        case _ where concatenationMarks.contains(scalar.value): return true
        default: break
        }
        guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: return false
        default: return true
        }
    }

    /// Format characters that are drawn: the number signs of Arabic and Syriac (Prepended_Concatenation_Mark).
    private static let concatenationMarks: Set<UInt32> = [
        0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD,
    ]

    /// Letters of the scripts whose spelling uses joiners: Arabic, Syriac and their relatives, those of India and its
    /// neighbours, Khmer and Mongolian (The Unicode Standard, chapters 9, 12, 13 and 16).
    private static let joinedScripts: [ClosedRange<UInt32>] = [
        0x0600...0x08FF, 0x0900...0x109F, 0x1780...0x18AF, 0xA840...0xA8FF, 0xA980...0xA9DF, 0xFB50...0xFDFF,
        0xFE70...0xFEFE, 0x10A00...0x10FFF, 0x11000...0x11FFF, 0x1E900...0x1E95F,
    ]

    private static func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        func isJoined(_ scalar: Unicode.Scalar) -> Bool {
            guard joinedScripts.contains(where: { $0.contains(scalar.value) }) else { return false }
            return switch scalar.properties.generalCategory {
            case .otherLetter, .modifierLetter, .uppercaseLetter, .lowercaseLetter, .nonspacingMark, .spacingMark: true
            default: false
            }
        }
        guard let before, let after else { return false }
        return isJoined(before) && isJoined(after)
    }

    /// Whether a joiner between these two forms one emoji, such as a family.
    private static func joinsPictures(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard let before, let after, after.properties.isEmoji, after.value > 0xFF else { return false }
        return before == "\u{FE0F}" || before.properties.isEmojiModifier
            || (before.properties.isEmoji && before.value > 0xFF)
    }

    private static func isVariant(_ selector: Unicode.Scalar, of base: Unicode.Scalar?) -> Bool {
        guard let base else { return false }
        return switch selector.value {
        case 0xFE0E, 0xFE0F: base.properties.isEmoji
        case 0xFE00...0xFE0D:
            base.properties.isIdeographic || base.properties.generalCategory == .mathSymbol
                || (0x1000...0x109F).contains(base.value) || (0xA840...0xA87F).contains(base.value)
        case 0xE0100...0xE01EF: base.properties.isIdeographic
        default: (0x1820...0x18AA).contains(base.value)
        }
    }
}

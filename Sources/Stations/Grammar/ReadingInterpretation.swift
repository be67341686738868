import Barcodes
import Circulation
import Localization
import Vocabulary

/// The meaning of a reading's bytes, before any lookup in the log.
enum ReadingInterpretation: Sendable, Hashable {
    case barcode(Barcode)
    case refused(Refusal)

    /// The symbologies in which Outguide prints its own barcodes.
    ///
    /// Any other one means a misread.
    private static let ownSymbologies: Set<Symbology> = [.code128, .qr]

    init(of reading: Reading) { self.init(of: reading.bytes, symbology: reading.symbology) }

    /// Interprets the bytes.
    ///
    /// - Parameter symbology: as the scanner reported it; nil if only an AIM identifier in `bytes` can name it.
    init(of bytes: [UInt8], symbology known: Symbology?) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let what = Message("cannot read \(Self.shown(bytes), "code"): it is not text; scan again")
            self = .refused(Refusal(.unreadable, what))
            return
        }
        let split = AIMIdentifier.split(text)
        let symbology = known ?? split?.identifier.symbology
        if let symbology, !symbology.isAssigned {
            let what = Message(
                "cannot accept \(Self.shown(bytes), "code"): no symbology has the AIM identifier "
                    + "\(symbology, "identifier"); set the gun to send the identifiers of ISO/IEC 15424"
            )
            self = .refused(Refusal(.wrongSymbology, what))
            return
        }
        do throws(BarcodeError) {
            let barcode = try Barcode(entered: split?.rest ?? text)
            if barcode.minted != nil, let symbology, !Self.ownSymbologies.contains(symbology) {
                let what = Message(
                    "cannot accept \(barcode, "code"): it was read as \(symbology, "symbology"), and ours are Code 128 "
                        + "or QR"
                )
                self = .refused(Refusal(.wrongSymbology, what))
            } else {
                self = .barcode(barcode)
            }
        } catch {
            let shown = Self.shown(bytes)
            switch error {
            case .minted(_, .checkCharacter):
                let what = Message("cannot accept \(shown, "code"): wrong check character; scan again")
                self = .refused(Refusal(.wrongCheckCharacter, what))
            default:
                let what = Message("cannot accept \(shown, "code"): \(error, "reason"); scan again")
                self = .refused(Refusal(.unreadable, what))
            }
        }
    }

    /// Returns the barcodes that the reading may name.
    ///
    /// In the portable format a mark may precede a number.
    func barcodes(as role: ReadingRole?) -> [Barcode] {
        guard case .barcode(let barcode) = self else { return [] }
        let unmarked = role == nil ? nil : try? Barcode(parsing: String(barcode.text.dropFirst()))
        return [barcode] + [unmarked].compactMap(\.self)
    }

    /// Whether the reading was meant as the number of an item, valid or not.
    ///
    /// Such a number never opens a place.
    static func isItem(_ reading: Reading) -> Bool {
        guard let text = String(validating: reading.bytes, as: UTF8.self) else { return false }
        return MintedBarcode.prefix(attemptedBy: AIMIdentifier.split(text)?.rest ?? text) == .item
    }

    /// Returns the raw code for display: control characters replaced, cut at 64 characters.
    static func shown(_ bytes: [UInt8]) -> Message {
        let text = String(decoding: bytes.prefix(256), as: UTF8.self)
        var shown = ""
        for scalar in text.unicodeScalars.prefix(64) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: shown.append("·")
            default: shown.unicodeScalars.append(scalar)
            }
        }
        if shown.unicodeScalars.count < text.unicodeScalars.count { shown.append("…") }
        return shown.isEmpty ? Message("an empty reading") : Message(verbatim: shown)
    }
}

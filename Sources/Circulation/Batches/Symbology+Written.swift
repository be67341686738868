import Barcodes

extension Symbology {
    private static let names: [String: Symbology] = [
        "codabar": .codabar, "nw7": .codabar, "code128": .code128, "c128": .code128, "gs1128": .code128,
        "ean128": .code128, "ucc128": .code128, "code39": .code39, "c39": .code39, "code93": .code93, "c93": .code93,
        "databar": .dataBar, "databarexpanded": .dataBarExpanded, "datamatrix": .dataMatrix, "dm": .dataMatrix,
        "ean13": .ean13, "ean8": .ean8, "itf": .interleaved2of5, "i2of5": .interleaved2of5,
        "interleaved2of5": .interleaved2of5, "itf14": .interleaved2of5, "pdf417": .pdf417, "aztec": .aztec,
        "azteccode": .aztec, "qr": .qr, "qrcode": .qr, "upca": .upcA, "upce": .upcE,
    ]

    /// Creates the symbology that a file of readings gives by name or as an AIM identifier; nil if it is unknown.
    init?(written text: String) {
        if let (identifier, rest) = AIMIdentifier.split(text), rest.isEmpty {
            guard identifier.symbology.isAssigned else { return nil }
            self = identifier.symbology
            return
        }
        guard let found = Self.names[text.lowercased().filter { $0.isLetter || $0.isNumber }] else { return nil }
        self = found
    }
}

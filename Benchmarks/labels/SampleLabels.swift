import Barcodes
import Labels

/// Labels that are made as they are asked for, so that memory shows what drawing needs.
struct SampleLabels: RandomAccessCollection, Sendable {
    let count: Int

    private static let titles = [
        "Nachlass Dr. Müller — Briefwechsel und Gutachten", "市政記録 昭和三十年 議事録",
        "Procès-verbaux du conseil municipal", "Ratsprotokolle 1893–1911", "Łódź: akta miasta",
        "東京都 公文書 および附属書類一式",
    ]

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(serial: Int) -> LabelContent {
        let minted = MintedBarcode(prefix: .container, site: .standard, serial: serial)
        let title = Self.titles[serial % Self.titles.count]
        return LabelContent(barcode: minted.map(Barcode.init), fields: ["title": "\(title) \(serial)"])
    }
}

import Barcodes
import Foundation
import Testing

@testable import Labels

/// Templates and contents that several suites use.
enum Samples {
    /// The templates that are installed.
    static let shipped = LabelTemplateLibrary(directories: [
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../labels").path
    ])

    /// The text of an installed template.
    static func text(of name: String) throws -> String {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../labels/\(name).yaml")
        return try String(contentsOf: path, encoding: .utf8)
    }

    static func box() throws -> LabelTemplate { try shipped.template(named: "box-100x50") }

    static func barcode(_ serial: Int = 42) throws -> Barcode {
        Barcode(try #require(MintedBarcode(prefix: .container, site: .standard, serial: serial)))
    }

    static func content(_ serial: Int = 42, title: String = "Minutes 1893–1911") throws -> LabelContent {
        LabelContent(barcode: try barcode(serial), fields: ["title": title])
    }

    /// A label that has every field that the shipped templates know.
    static func full(serial: Int, title: String) throws -> LabelContent {
        let fields = [
            "title": title, "home": "Courthouse › Bay 4 › Shelf 2", "site": "00", "kind": "box", "year": "1998",
            "printedAt": "2026-01-31T13:45:00Z", "position": "\(serial % 100)", "wanted": "Reading room",
            "custodian": "A. Reader", "since": "2026-01-31", "due": "2026-02-28", "reason": "to be read",
            "header": "17", "page": "1 of 1",
        ]
        return LabelContent(barcode: try barcode(serial), fields: fields)
    }

    /// Things whose labels are hard to set: a number at the end of a long title, homes of five levels, several scripts.
    static func hard() throws -> [LabelContent] {
        let things: [(title: String, home: [String])] = [
            (
                "State of Columbia v. Featherstonehaugh-Montgomery, Consolidated Insurance Company and others, 2019-CR-004711",
                ["Central Archive", "Main Building", "Room 0.12 North", "Bay 12", "Shelf 4"]
            ),
            ("2002-CR-00001", ["Außenmagazin Süd", "Halle 3", "Gang 17", "Regal 104 B", "Fach 9"]),
            (
                "Протоколы заседаний городской думы и переписка с губернатором о водопроводе, дело 1487/2",
                ["Городской архив", "Главное здание", "Хранилище 3", "Стеллаж 12", "Полка 4"]
            ),
            (
                "سجل القضايا المدنية والتجارية لمحكمة الاستئناف ١٩٥٤ رقم ٤٧١١",
                ["الأرشيف المركزي", "المبنى الرئيسي", "القاعة ٢", "الخزانة ١٢", "الرف ٤"]
            ),
            ("市政府会议记录及附件一式三份，第一百零四卷至第一百一十二卷 案号 4711", ["中央档案馆", "主楼", "三号库房", "十二架", "四层"]),
            (
                "नगर निगम की बैठकों के कार्यवृत्त १९५४, Πρακτικά Ἀθηνῶν, A\u{301}rvi\u{301}ztu\u{30B}ro\u{30B} 17",
                ["केंद्रीय अभिलेखागार", "मुख्य भवन", "कक्ष ३", "Ράφι 12", "पंक्ति ४"]
            ),
        ]
        return try things.enumerated().map { index, thing in
            let plain = try full(serial: 47_110 + index, title: thing.title)
            let fields = [
                "home": thing.home.joined(separator: " › "), "custodian": "Prof. Dr. Alexandra Zimmermann-Kowalczyk",
                "reason": "to be read in the appeal of 2026, and copied for both parties",
                "unplaced": index == 1 ? "no known place; home: " : "",
            ]
            return LabelContent(barcode: plain.barcode, fields: plain.fields.merging(fields) { $1 })
        }
    }

    /// Homes with levels in scripts of both directions; no two levels of one begin with the same letter, nor does a word.
    static let mixedHomes = [
        ["Archive", "ארכיון", "בניין 3", "Shelf 4"], ["ארכיון", "Bay 12", "מדף 4", "Fach 9"],
        ["Centre", "المبنى 2", "خزانة 12", "Shelf 4"], ["أرشيف", "Room 3", "خزانة 12", "Bay 7", "رف 4"],
        ["Depot", "12 חדר", "4 מדף"],
    ]

    /// As long as one with two signatures.
    static var checkpoint: LabelContent {
        let key =
            "outguide.example+1f2e3d4c AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQrStUvWxYz0123"
        let text = "outguide.example/log\n1234567\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n— \(key)\n— \(key)\n"
        return LabelContent(
            barcode: nil,
            fields: ["checkpoint": text, "entries": "1234567", "printedAt": "2026-01-31T13:45:00Z"]
        )
    }

    static let qr = """
        name: qr
        media: {width: 40, height: 30}
        elements:
          - barcode:
              symbology: qr
              content: "{barcode}"
              box: {x: 1, y: 1, width: 20, height: 20}
              moduleWidth: 0.25
              quietZone: 4
          - text:
              content: "{barcode}"
              font: Sans Bold
              size: 12
              minimumSize: 6
              box: {x: 1, y: 22, width: 38, height: 7}
              align: start
              maximumLines: 1
        """
}

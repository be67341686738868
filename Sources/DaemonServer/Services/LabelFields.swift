import Barcodes
import Circulation
import Labels
import Records
import TransferLog

/// What the labels of things say.
struct LabelFields {
    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// Fields that every label has, whatever it is for.
    var standing: [String: String] {
        [
            "printedAt": daemon.circulation.settings.clock.text(of: UTCClock.system.now()),
            "site": daemon.configuration.site.description,
        ]
    }

    /// The label of a registered thing, as `circulation` sees it, with `further` fields over its own.
    func content(
        for barcode: Barcode,
        in circulation: Circulation,
        adding further: [String: String] = [:]
    ) async throws -> (label: LabelContent, record: RecordID) {
        let line = try await circulation.record(barcode)
        var fields = standing
        fields["title"] = line.record.title ?? ""
        fields["kind"] = line.record.kind.name
        fields["type"] = line.record.type.rawValue
        fields["home"] = try await home(line.home, circulation)
        fields["homeBarcode"] = line.home?.text ?? ""
        fields["series"] = line.conditions.series?.name ?? ""
        let registered = try await circulation.registration(of: line.record.id)
        fields["year"] = String(circulation.settings.clock.day(of: registered).year)
        fields.merge(further) { _, new in new }
        return (LabelContent(barcode: line.record.barcode, fields: fields), line.record.id)
    }

    /// A label of nothing, for looking at a template.
    func sample(adding further: [String: String]) -> LabelContent {
        var fields = standing
        let words = [
            "title": "Sample: minutes and letters", "kind": "folder", "type": "item",
            "home": "Archive › Bay 4 › Shelf 2",
            "homeBarcode": "", "series": "", "year": "1998", "position": "1", "wanted": "Reading room", "header": "",
            "page": "1", "custodian": "A. Reader", "since": "2026-01-31", "due": "2026-02-28", "reason": "to read",
            "checkpoint": "sample", "entries": "0", "origin": "sample",
        ]
        fields.merge(words) { own, _ in own }
        fields.merge(further) { _, new in new }
        let number = MintedBarcode(prefix: .container, site: daemon.configuration.site, serial: 0)
        return LabelContent(barcode: number.map(Barcode.init), fields: fields)
    }

    /// The names from the outermost place to the one where a thing belongs.
    private func home(_ barcode: Barcode?, _ circulation: Circulation) async throws -> String {
        guard let barcode else { return "" }
        let place = try await circulation.whereabouts(of: barcode)
        let around = place.record.type == .location ? place.path : []
        return (around + [place.record.name]).joined(separator: " › ")
    }
}

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

    /// The label of a registered thing, with `further` fields over its own.
    ///
    /// Whoever sees the thing reads its label, so the label names no place of which some of them may not know, whoever
    /// prints it. Refused when the template needs to know who has the thing, and nobody does.
    func content(
        for barcode: Barcode,
        on template: LabelTemplate,
        in circulation: Circulation,
        adding further: [String: String] = [:]
    ) async throws -> (label: LabelContent, record: RecordID) {
        let circulation = try await circulation.narrowed(toReadersOf: barcode)
        let line = try await circulation.record(barcode)
        var fields = standing
        fields["title"] = line.record.title ?? ""
        fields["kind"] = line.record.kind.name
        fields["type"] = line.record.type.rawValue
        fields["home"] = try await home(line.home, circulation)
        fields["homeBarcode"] = line.home?.text ?? ""
        fields["series"] = line.conditions.series?.name ?? ""
        if let slip = try await circulation.outGuideSlip(for: barcode) {
            fields.merge(self.fields(of: slip)) { own, _ in own }
        } else if isOutGuide(template), further[Self.custodian] == nil {
            let what = "cannot print \(template.name) for \(line.record.barcode): nobody has it"
            throw Refusal(.notChargedOut, "\(what); outguide where \(line.record.barcode) says where it is")
        }
        fields.merge(further) { _, new in new }
        return (LabelContent(barcode: line.record.barcode, fields: fields), line.record.id)
    }

    /// The label of a thing that is not registered yet, with a number that stands for all.
    func content(
        for thing: NewRecord,
        on template: LabelTemplate,
        in circulation: Circulation,
        adding further: [String: String]
    ) async throws -> LabelContent {
        guard !isOutGuide(template) else {
            throw Refusal(.notChargedOut, "cannot print \(template.name) for new things: nobody has them")
        }
        var fields = standing
        fields["title"] = thing.title?.text ?? ""
        fields["kind"] = thing.kind?.name ?? thing.type.standardKind.name
        fields["type"] = thing.type.rawValue
        fields["home"] = try await home(thing.home, circulation)
        fields["homeBarcode"] = thing.home?.text ?? ""
        fields["series"] = ""
        fields.merge(further) { _, new in new }
        return LabelContent(barcode: sampleBarcode, fields: fields)
    }

    /// Who has a thing, since when and until when: in days, by the calendar of the site.
    func fields(of slip: OutGuideSlip) -> [String: String] {
        let clock = daemon.circulation.settings.clock
        return [
            Self.custodian: slip.custodian,
            "due": slip.due.map { clock.day(of: $0).description } ?? "",
            "kind": slip.kind.name,
            "reason": slip.reason ?? "",
            "since": clock.day(of: slip.since).description,
            "title": slip.title ?? "",
        ]
    }

    /// Whether a template is for the places of things that somebody has.
    func isOutGuide(_ template: LabelTemplate) -> Bool {
        let slip = daemon.configuration.circulation.outGuideSlip
        return template.fields.contains(Self.custodian) || (template.name == slip && template.mentions(Self.custodian))
    }

    /// The field with who has a thing.
    private static let custodian = "custodian"

    /// A label of nothing, for looking at a template.
    func sample(adding further: [String: String]) -> LabelContent {
        var fields = standing
        let words = [
            "title": "Sample: minutes and letters", "kind": "folder", "type": "item",
            "home": "Archive › Bay 4 › Shelf 2",
            "homeBarcode": "LC000000001H", "series": "tr-5", "year": "1998", "position": "1", "wanted": "Reading room",
            "header": "sample",
            "page": "1", "custodian": "A. Reader", "since": "2026-01-31", "due": "2026-02-28", "reason": "to read",
            "checkpoint": "sample", "entries": "0", "origin": "sample",
        ]
        fields.merge(words) { own, _ in own }
        fields.merge(further) { _, new in new }
        return LabelContent(barcode: sampleBarcode, fields: fields)
    }

    /// A number that nothing has.
    private var sampleBarcode: Barcode? {
        MintedBarcode(prefix: .container, site: daemon.configuration.site, serial: 0).map(Barcode.init)
    }

    /// The names from the outermost place to the one where a thing belongs.
    private func home(_ barcode: Barcode?, _ circulation: Circulation) async throws -> String {
        guard let barcode else { return "" }
        let place = try await circulation.whereabouts(of: barcode)
        let around = place.record.type == .location ? place.path : []
        return (around + [place.record.name]).joined(separator: " › ")
    }
}

package import Barcodes
package import Circulation
package import Labels
package import Localization
import Settings
import TransferLog
import Vocabulary

/// Provides the text fields of labels.
package struct LabelFields: Sendable {
    let circulation: Circulation
    let settings: @Sendable () -> Configuration
    let clock: UTCClock
    /// Returns the language of the site.
    let localizer: @Sendable () -> Localizer

    /// The site's local clock.
    var siteClock: LocalClock { circulation.settings.clock }

    /// Fields that every label has.
    var common: [String: String] { ["printedAt": now(), "site": circulation.settings.site.description] }

    /// The site's local time, with its zone if `isNamed`.
    func now(isNamed: Bool = false) -> String {
        localizer().format.text(of: clock.now(), by: siteClock, isNamed: isNamed)
    }

    /// The text of a message in the language of the site.
    package func text(of message: Message) -> String { localizer().text(of: message, now: clock.now()) }

    /// The day of an instant at the site.
    func day(of instant: Timestamp) -> String { localizer().format.text(of: siteClock.day(of: instant)) }

    /// The label of a registered entity, with `further` fields taking precedence over the entity's own.
    ///
    /// Everyone who sees the item can read its label. Whoever prints it, the label therefore names no place that is
    /// concealed from some of them. Throws when the template needs the custodian and the entity is not charged out.
    package func content(
        for barcode: Barcode,
        on template: LabelTemplate,
        in circulation: Circulation,
        adding further: [String: String] = [:]
    ) async throws -> LabelContent {
        let circulation = try await circulation.narrowed(toReadersOf: barcode)
        let line = try await circulation.entity(barcode)
        var fields = common
        fields["title"] = line.entity.title ?? ""
        fields["kind"] = line.entity.kind.name
        fields["type"] = line.entity.type.rawValue
        fields["home"] = try await home(line.home, circulation)
        fields["homeBarcode"] = line.home?.text ?? ""
        fields["series"] = line.conditions.series?.name ?? ""
        if let slip = try await circulation.outGuideSlip(for: barcode) {
            fields.merge(self.fields(of: slip)) { own, _ in own }
        } else if isOutGuide(template), further[Self.custodian] == nil {
            let barcode = line.entity.barcode
            throw Refusal(
                .notChargedOut,
                Message(
                    "cannot print \(template.name, "template") for \(barcode, "item"): it is not charged out; outguide "
                        + "where "
                        + "\(barcode, "item") says where it is"
                )
            )
        }
        fields.merge(further) { _, new in new }
        return LabelContent(barcode: line.entity.barcode, fields: fields)
    }

    /// The label of an entity that is not registered yet, with a sample barcode for all of them.
    ///
    /// - Throws: `Refusal` if the template is for out-guide slips or the home is not known; `TransferLogError` if the
    ///   log cannot be read.
    package func content(
        for thing: NewEntity,
        on template: LabelTemplate,
        in circulation: Circulation,
        adding further: [String: String]
    ) async throws -> LabelContent {
        guard !isOutGuide(template) else {
            throw Refusal(
                .notChargedOut,
                Message("cannot print \(template.name, "template") for new items: they are not charged out")
            )
        }
        var fields = common
        fields["title"] = thing.title?.text ?? ""
        fields["kind"] = thing.kind?.name ?? thing.type.standardKind.name
        fields["type"] = thing.type.rawValue
        fields["home"] = try await home(thing.home, circulation)
        fields["homeBarcode"] = thing.home?.text ?? ""
        fields["series"] = ""
        fields.merge(further) { _, new in new }
        return LabelContent(barcode: sampleBarcode, fields: fields)
    }

    /// The labels of a print request, with a sample for entities that are not registered yet.
    ///
    /// - Throws: `Refusal` if an entity is not known, or not charged out as the template requires; `TransferLogError`
    ///   if the log cannot be read.
    package func contents(
        for labels: NewPrinting.Labels,
        on template: LabelTemplate,
        in circulation: Circulation,
        adding further: [String: String]
    ) async throws -> [LabelContent] {
        switch labels {
        case .new(_, let thing): return [try await content(for: thing, on: template, in: circulation, adding: further)]
        case .of(let barcodes):
            var contents: [LabelContent] = []
            for barcode in barcodes {
                contents.append(try await content(for: barcode, on: template, in: circulation, adding: further))
            }
            return contents
        }
    }

    /// The custodian, start and due date of a charge-out; dates are days in the site's time zone.
    func fields(of slip: OutGuideSlip) -> [String: String] {
        [
            Self.custodian: slip.custodian,
            "due": slip.due.map { day(of: $0) } ?? "",
            "kind": slip.kind.name,
            "reason": slip.reason ?? "",
            "since": day(of: slip.since),
            "title": slip.title ?? "",
        ]
    }

    /// Whether a template is for out-guide slips, which mark the places of entities that are charged out.
    package func isOutGuide(_ template: LabelTemplate) -> Bool {
        let slip = settings().outGuideSlip
        return template.fields.contains(Self.custodian) || (template.name == slip && template.mentions(Self.custodian))
    }

    /// The field that holds the custodian's name.
    private static let custodian = "custodian"

    /// A sample label for previewing a template.
    package func sample(adding further: [String: String]) -> LabelContent {
        var fields = common
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

    /// A barcode that no entity has.
    private var sampleBarcode: Barcode? {
        MintedBarcode(prefix: .container, site: circulation.settings.site, serial: 0).map(Barcode.init)
    }

    /// The names from the outermost location to the home location.
    private func home(_ barcode: Barcode?, _ circulation: Circulation) async throws -> String {
        guard let barcode else { return "" }
        let place = try await circulation.whereabouts(of: barcode)
        let around = place.entity.type == .location ? place.path : []
        return (around + [place.entity.name]).joined(separator: " › ")
    }
}

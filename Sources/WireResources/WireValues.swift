package import Barcodes
internal import CivilTime
package import Vocabulary
package import Wire

// Conversions of request texts to values; each throws a problem that names the field.

extension Barcode {
    /// - Throws: ``Problem`` if `text` is no barcode.
    package init(wire text: String) throws(Problem) {
        do {
            try self.init(entered: text)
        } catch {
            throw Problem(.invalidBarcode, detail: "cannot use this barcode: \(error)")
        }
    }
}

extension FreeText {
    /// - Throws: ``Problem`` that names `field` if `text` is too long or has control characters.
    package init(wire text: String, field: String) throws(Problem) {
        do {
            try self.init(text)
        } catch {
            throw Problem(.invalidRequest, detail: "cannot use this \(field): \(error)")
        }
    }
}

extension EntityKind {
    /// - Throws: ``Problem`` if `text` is no word for a kind.
    package init(wire text: String) throws(Problem) {
        guard let kind = EntityKind(text) else {
            let detail = "cannot use the kind: it is 1 to 32 lower-case letters, digits and hyphens, a letter first"
            throw Problem(.invalidRequest, detail: detail)
        }
        self = kind
    }
}

extension StationName {
    /// - Throws: ``Problem`` if `text` is no name of a station.
    package init(wire text: String) throws(Problem) {
        guard let name = StationName(text) else {
            let detail = "cannot use the station name: it must be 1 to 64 letters, digits and . _ - :"
            throw Problem(.invalidRequest, detail: detail)
        }
        self = name
    }
}

extension WrittenMoment {
    /// A time in a request, in the site's time zone unless it states another; words like `yesterday` count from `now`.
    ///
    /// A client that knows its user's language sends the words in English (``CivilTime/description``).
    ///
    /// - Throws: ``Problem`` that names `field` if `text` is no time.
    package init(wire text: String, field: String, by clock: LocalClock, now: Timestamp) throws(Problem) {
        do {
            self = try CivilTime(text).moment(by: clock, now: now)
        } catch {
            throw Problem(.invalidRequest, detail: "cannot read \(field): \(error.description(of: text))")
        }
    }
}

extension Timestamp {
    /// The instant of an event; a time to the minute means the minute's beginning.
    ///
    /// - Throws: ``Problem`` that names `field` if `text` is no time, is a day, or could mean two times.
    package init(wire text: String, field: String, by clock: LocalClock, now: Timestamp) throws(Problem) {
        let moment = try WrittenMoment(wire: text, field: field, by: clock, now: now)
        guard moment.precision != .day, !moment.isAmbiguous else {
            let names = [moment.first, moment.last].map { clock.text(of: $0) }.joined(separator: "” or “")
            let way = moment.isAmbiguous ? "the clocks showed it twice; write “\(names)”" : "it needs a time of day"
            throw Problem(.invalidRequest, detail: "cannot read \(field): \(way)")
        }
        self = moment.first
    }

    /// A due date, in whole seconds; a day means its end.
    ///
    /// - Throws: ``Problem`` if `text` is no time.
    package init(dueOnWire text: String, by clock: LocalClock, now: Timestamp) throws(Problem) {
        self = try WrittenMoment(wire: text, field: "due", by: clock, now: now).due
    }
}

package import Barcodes
internal import CivilTime
import Localization
package import Vocabulary
import Wire

// Conversions of request texts to values; each throws a problem that names the field.

extension Barcode {
    /// - Throws: ``RequestFailure`` if `text` is no barcode.
    package init(wire text: String) throws(RequestFailure) {
        do {
            try self.init(entered: text)
        } catch {
            throw RequestFailure(.invalidBarcode, Message("cannot use this barcode: \(error, "reason")"))
        }
    }
}

extension FreeText {
    /// - Throws: ``RequestFailure`` that names `field` if `text` is too long or has control characters.
    package init(wire text: String, field: String) throws(RequestFailure) {
        do {
            try self.init(text)
        } catch {
            throw RequestFailure(.invalidRequest, Message("cannot use this \(field, "field"): \(error, "reason")"))
        }
    }
}

extension EntityKind {
    /// - Throws: ``RequestFailure`` if `text` is no word for a kind.
    package init(wire text: String) throws(RequestFailure) {
        guard let kind = EntityKind(text) else {
            let detail = Message(
                "cannot use the kind: it is 1 to 32 lower-case letters, digits and hyphens, a letter first"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        self = kind
    }
}

extension StationName {
    /// - Throws: ``RequestFailure`` if `text` is no name of a station.
    package init(wire text: String) throws(RequestFailure) {
        guard let name = StationName(text) else {
            let detail = Message("cannot use the station name: it must be 1 to 64 letters, digits and . _ - :")
            throw RequestFailure(.invalidRequest, detail)
        }
        self = name
    }
}

extension WrittenMoment {
    /// A time in a request, in the site's time zone unless it states another; words like `yesterday` count from `now`.
    ///
    /// A client that knows its user's language sends the words in English (``CivilTime/description``).
    ///
    /// - Throws: ``RequestFailure`` that names `field` if `text` is no time.
    package init(wire text: String, field: String, by clock: LocalClock, now: Timestamp) throws(RequestFailure) {
        do {
            self = try CivilTime(text).moment(by: clock, now: now)
        } catch {
            throw RequestFailure(
                .invalidRequest,
                Message("cannot read \(field, "field"): \(error.description(of: text), "reason")")
            )
        }
    }
}

extension Timestamp {
    /// The instant of an event; a time to the minute means the minute's beginning.
    ///
    /// - Throws: ``RequestFailure`` that names `field` if `text` is no time, is a day, or could mean two times.
    package init(wire text: String, field: String, by clock: LocalClock, now: Timestamp) throws(RequestFailure) {
        let moment = try WrittenMoment(wire: text, field: field, by: clock, now: now)
        guard moment.precision != .day, !moment.isAmbiguous else {
            guard moment.isAmbiguous else {
                throw RequestFailure(.invalidRequest, Message("cannot read \(field, "field"): it needs a time of day"))
            }
            let (first, last) = (clock.text(of: moment.first), clock.text(of: moment.last))
            let detail = Message(
                "cannot read \(field, "field"): the clocks showed it twice; write “\(first, "first")” or "
                    + "“\(last, "last")”"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        self = moment.first
    }

    /// A due date, in whole seconds; a day means its end.
    ///
    /// - Throws: ``RequestFailure`` if `text` is no time.
    package init(dueOnWire text: String, by clock: LocalClock, now: Timestamp) throws(RequestFailure) {
        self = try WrittenMoment(wire: text, field: "due", by: clock, now: now).due
    }
}

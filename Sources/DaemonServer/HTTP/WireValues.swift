import Barcodes
import Records
import Wire

// Texts of a request become values here, or a problem that names the field.

extension Barcode {
    init(wire text: String) throws(Problem) {
        do {
            try self.init(entered: text)
        } catch {
            throw Problem(.invalidBarcode, status: 400, detail: "cannot use this barcode: \(error)")
        }
    }
}

extension FreeText {
    init(wire text: String, field: String) throws(Problem) {
        do {
            try self.init(text)
        } catch {
            throw Problem(.invalidRequest, status: 400, detail: "cannot use this \(field): \(error)")
        }
    }
}

extension RecordKind {
    init(wire text: String) throws(Problem) {
        guard let kind = RecordKind(text) else {
            let detail = "cannot use the kind: it is 1 to 32 lower-case letters, digits and hyphens, a letter first"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        self = kind
    }
}

extension StationName {
    init(wire text: String) throws(Problem) {
        guard let name = StationName(text) else {
            let detail = "cannot use the station name: it must be 1 to 64 letters, digits and . _ - :"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        self = name
    }
}

extension Timestamp {
    init(wire text: String, field: String) throws(Problem) {
        guard let timestamp = Timestamp(rfc3339: text) else {
            let detail = "cannot read \(field): “\(text.prefix(40))” is no time; write it as 2026-01-31T13:45:00Z"
            throw Problem(.invalidRequest, status: 400, detail: detail)
        }
        self = timestamp
    }
}

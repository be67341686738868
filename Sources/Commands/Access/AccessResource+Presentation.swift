package import Terminal
package import Wire

extension AccessResource: TableRow {
    package static var columns: [String] { ["row", "at", "who", "roles", "act", "outcome", "thing", "what", "detail"] }

    package var cells: [StyledText] {
        [
            StyledText(String(number)), StyledText(Moment.of(at)), StyledText(principal),
            StyledText(roles.joined(separator: " ")), StyledText(act),
            StyledText(outcome, outcome == "granted" ? .plain : .bad),
            StyledText([barcode, level].compactMap { $0 }.joined(separator: " ")), StyledText(route),
            StyledText(detail ?? ""),
        ]
    }

    package var identifier: String { String(number) }

    /// The columns of an export, by their names in JSON.
    static var csvColumns: [String] {
        ["number", "at", "principal", "roles", "act", "route", "barcode", "level", "outcome", "detail"]
    }

    var csvValues: [String] {
        [
            String(number), at, principal, roles.joined(separator: " "), act, route, barcode ?? "", level ?? "",
            outcome, detail ?? "",
        ]
    }
}

import StationScreen
package import Terminal
package import Wire

extension StationResource: Presentable, TableRow {
    package static var columns: [String] { ["station", "clerk", "open", "guns", "last"] }

    package var cells: [StyledText] {
        [
            StyledText(station), StyledText(clerk?.name ?? (signIn ? "nobody" : "")), StyledText(context.words),
            StyledText(scanners.isEmpty ? "" : "\(scanners.count)"),
            readings.first.map { OutcomeResource.line(verdict: $0.verdict, message: $0.message) } ?? StyledText(""),
        ]
    }

    package var identifier: String { station }
    package var identifiers: [String] { [station] }

    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [
            ("clerk", StyledText(clerk.map { "\($0.name), since \(Moment.of($0.since))" } ?? "nobody is signed in")),
            ("open", StyledText(context.words)),
        ]
        if let expires = context.expires { pairs.append(("until", StyledText(Moment.of(expires)))) }
        if let armed { pairs.append(("awaits", StyledText(armed))) }
        for supply in lowSupplies {
            pairs.append(("supply", StyledText(supply.shortage, .warning)))
        }
        for trouble in folderTroubles { pairs.append(("drop folder", trouble.line)) }
        for reading in unprinted {
            pairs.append(("paper", StyledText(reading.message, .warning)))
        }
        for scanner in scanners {
            pairs.append(("gun", StyledText("\(scanner.name): \(scanner.state)")))
        }
        if queue > 0 { pairs.append(("queue", StyledText("\(queue) readings wait", .warning))) }
        return [StyledText(station, .strong)] + NamedLines.of(pairs, indent: "  ")
            + readings.map { reading in
                StyledText("  \(Moment.clock(reading.at))  ", .faint)
                    + OutcomeResource.line(verdict: reading.verdict, message: reading.message)
            }
    }
}

extension StationContextResource {
    /// The open context in a few words.
    var words: String {
        let place = name ?? ""
        return switch state {
        case "closed": "nothing"
        case "here": "here: \(place)"
        case "into": "into: \(place)"
        case "with": "to: \(place)"
        case "handing": "from \(giverName ?? "") to \(place)"
        case "transit": place.isEmpty ? "in transit" : "in transit to \(place)"
        case "counting": "counting \(place), \(counted ?? 0) of \(expected ?? 0)"
        case "pulling": "pulling \(barcode ?? ""), \(counted ?? 0) of \(expected ?? 0)"
        default: state
        }
    }
}

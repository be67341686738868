package import Terminal
package import Wire

extension PrinterResource: Presentable, TableRow {
    package static var columns: [String] { ["name", "state", "jobs", "address"] }

    package var cells: [StyledText] {
        [
            StyledText(name), StyledText(state, style), StyledText(isAcceptingJobs ? "accepted" : "refused"),
            StyledText(address == name ? "" : address),
        ]
    }

    package var identifier: String { name }
    package var identifiers: [String] { [name] }

    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [
            ("name", StyledText(name, .strong)), ("state", StyledText(state, style)), ("address", StyledText(address)),
        ]
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { pairs.append((name, StyledText(values.joined(separator: ", ")))) }
        }
        if let trouble { pairs.append(("trouble", StyledText(trouble.detail, .bad))) }
        add("says", [message].compactMap { $0 })
        add("reasons", reasons)
        add("gets", [form].compactMap { $0 })
        add("dots/inch", resolutions)
        add("loaded", mediaReady)
        if let mediaDoubt { pairs.append(("loaded", StyledText("not known: \(mediaDoubt)", .warning))) }
        add("stations", stations)
        add("templates", templates)
        if let calibration { pairs.append(("measured", StyledText(calibration.words))) }
        return NamedLines.of(pairs)
    }

    private var style: TextStyle {
        if trouble != nil { return .bad }
        return state == "stopped" || !isAcceptingJobs ? .warning : .plain
    }
}

extension CalibrationResource: Presentable {
    var words: String {
        "\(Self.short(offsetX)) mm right, \(Self.short(offsetY)) mm down, "
            + "\(Self.short(scaleX * 100)) % wide, \(Self.short(scaleY * 100)) % high"
    }

    package var lines: [StyledText] { [StyledText("labels are moved from now on: " + words)] }
    package var identifiers: [String] { [] }

    /// Returns a number with at most two decimals.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

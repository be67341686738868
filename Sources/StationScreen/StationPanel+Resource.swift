package import Wire

extension StationPanel {
    /// Creates a panel from the daemon's description of a station.
    init(_ station: StationResource) {
        self.init(name: station.station)
        isKnown = true
        clerk = station.clerk?.name
        mustSignIn = station.signIn
        context = Self.words(for: station.context)
        openedAt = station.context.since.flatMap(ScreenMoment.seconds)
        closesAt = station.context.expires.flatMap(ScreenMoment.seconds)
        awaited = station.armed.map(Self.words(forCommand:))
        scanners = station.scanners.map { Scanner(name: $0.name, state: $0.state) }
        queue = station.queue
        warnings = station.unprinted.map { "not printed: \($0.barcode ?? $0.code)" }
        warnings += station.folderTroubles.map { "\($0.device): \($0.message)" }
        warnings += station.lowSupplies.map(\.shortage)
        for reading in station.readings.prefix(Self.mostLines) { add(Line(reading)) }
    }

    /// Returns the open context in words; nil if nothing is open.
    private static func words(for context: StationContextResource) -> String? {
        let name = context.name ?? context.barcode
        switch context.state {
        case "closed": return nil
        case "into": return "into: \(name ?? "?")"
        case "with": return "to: \(name ?? "?")"
        case "handing":
            return "from \(context.giverName ?? context.giver ?? "?") to \(name ?? "?")"
        case "transit": return name.map { "on the way to: \($0)" } ?? "on the way"
        case "counting":
            let counts = "\(context.counted ?? 0) of \(context.expected ?? 0)"
            return "counting \(name ?? "?"): \(counts)"
        case "pulling": return "pulling \(name ?? "?"): \(context.counted ?? 0) of \(context.expected ?? 0)"
        default: return "\(context.state): \(name ?? "")"
        }
    }

    /// Returns what the station waits for, given the word of the armed command.
    private static func words(forCommand word: String) -> String {
        switch word {
        case "into": "scan the container that is to be filled"
        case "put": "scan the container that is to be put"
        case "charge-out": "scan the person"
        case "not-found": "scan on the list what is not there"
        default: "waits: \(word)"
        }
    }
}

extension SupplyResource {
    /// The warning for a low supply: "3 labels of roll-100x50 left: order more".
    package var shortage: String { "\(left.map(String.init) ?? "?") \(unit) of \(supply) left: order more" }
}

extension StationPanel.Line {
    init(_ reading: StationReadingResource) {
        let at = ScreenMoment.seconds(of: reading.at) ?? 0
        self.init(
            reading: reading.reading,
            at: at,
            seenAt: at,
            verdict: StationVerdict(word: reading.verdict),
            message: reading.message,
            isUnprinted: reading.kind == StationBoard.unprinted
        )
    }
}

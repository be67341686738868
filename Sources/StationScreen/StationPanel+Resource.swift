package import Localization
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
        warnings = station.unprinted.map { Message("not printed: \($0.barcode ?? $0.code, "item")") }
        warnings += station.folderTroubles.map { Message("\($0.device, "folder"): \($0.message, "reason")") }
        warnings += station.lowSupplies.map(\.shortage)
        for reading in station.readings.prefix(Self.mostLines) { add(Line(reading)) }
    }

    /// Returns the open context in words; nil if nothing is open.
    private static func words(for context: StationContextResource) -> Message? {
        let name = context.name ?? context.barcode
        let place = name ?? "?"
        let (counted, expected) = (context.counted ?? 0, context.expected ?? 0)
        return switch context.state {
        case "closed": nil
        case "into": Message("into: \(place, "container")")
        case "with": Message("to: \(place, "holder")")
        case "handing":
            Message("from \(context.giverName ?? context.giver ?? "?", "giver") to \(place, "receiver")")
        case "transit": name.map { Message("on the way to: \($0, "place")") } ?? Message("on the way")
        case "counting": Message("counting \(place, "place"): \(counted, "counted") of \(expected, "expected")")
        case "pulling": Message("pulling \(place, "list"): \(counted, "counted") of \(expected, "expected")")
        case "here": Message("here: \(name ?? "", "place")")
        default: Message("\(context.state, "state"): \(name ?? "", "place")")
        }
    }

    /// Returns what the station waits for, given the word of the armed command.
    private static func words(forCommand word: String) -> Message {
        switch word {
        case "into": Message("scan the container that is to be filled")
        case "put": Message("scan the container that is to be put")
        case "charge-out": Message("scan the person")
        case "not-found": Message("scan on the list what is not there")
        default: Message("waits: \(word, "command")")
        }
    }
}

extension SupplyResource {
    /// The warning for a low supply: "3 labels of roll-100x50 left: order more".
    package var shortage: Message {
        let left = left.map(MessageArgument.count) ?? .text("?")
        return Message("\(left, "count") \(unit, "unit") of \(supply, "supply") left: order more")
    }
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

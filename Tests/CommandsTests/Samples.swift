import FoundationEssentials
import Wire

/// Answers in the form that the daemon gives them.
enum Samples {
    static let entity = json(
        EntityResource(
            barcode: "BX0000000014",
            type: "container",
            kind: "box",
            title: "Smith v. Jones",
            home: "LC000000001H",
            parent: nil,
            entry: 7
        )
    )

    static let whereabouts = json(
        WhereaboutsResource(
            barcode: "BX0000000014",
            type: "container",
            kind: "box",
            title: "Smith v. Jones",
            placement: PlacementResource(
                kind: "location",
                barcode: "LC000000001H",
                path: ["Courthouse", "Room 1", "Shelf 3"]
            ),
            home: nil,
            since: "2026-11-21T05:50:09Z",
            seen: "direct",
            entry: 12,
            lastSeen: "2026-11-21T05:50:09Z",
            due: nil
        )
    )

    static func entry(
        _ number: Int64,
        seen: String = "direct",
        backDated: Bool = false,
        voidedBy: Int64? = nil
    ) -> String {
        json(
            EntryResource(
                entry: number,
                kind: "relocated",
                barcode: "BX0000000014",
                from: nil,
                to: PlacementResource(kind: "location", barcode: "LC000000001H", path: ["Shelf 3"]),
                occurredAt: "2026-11-21T05:50:00.000Z",
                recordedAt: "2026-11-21T05:50:01.000Z",
                principal: "uid:0",
                station: nil,
                scanner: nil,
                reading: nil,
                reason: nil,
                seen: seen,
                backDated: backDated,
                voidedBy: voidedBy
            )
        )
    }

    static func outcome(_ verdict: String, _ message: String) -> String {
        json(
            OutcomeResource(
                reading: 1,
                station: "t",
                verdict: verdict,
                kind: "-",
                message: message,
                barcode: nil,
                entry: nil
            )
        )
    }

    static let status = json(
        StatusResource(
            version: "0.1.0",
            pid: 7,
            startedAt: "2026-11-21T05:50:00Z",
            state: "ready",
            site: "00",
            timeZone: "UTC",
            stateDirectory: "/var/lib/outguide",
            entries: 41,
            readings: 60,
            lostReadings: 2,
            entities: ["item": 3],
            journalMode: "wal",
            synchronous: 2,
            scanners: [],
            scannerTrouble: nil,
            logTrouble: nil
        )
    )

    /// A list as `--json` writes it.
    static func list(_ items: [String], complete: Bool = true, total: Int?) -> String {
        let start = items.isEmpty ? "" : "\n" + items.joined(separator: ",\n") + "\n"
        return "{\"items\":[\(start)],\"complete\":\(complete),\"total\":\(total.map(String.init) ?? "null")}\n"
    }

    /// Empty for a value without a JSON form, which no test can mistake for an answer.
    static func json(_ value: some Encodable) -> String {
        String(decoding: (try? WireCoding.encode(value)) ?? Data(), as: UTF8.self)
    }
}

import Wire

@testable import StationScreen

/// Boards as a day at a counter brings them.
enum SampleBoards {
    /// 2026-11-21 14:30:00 UTC, on a clock two hours ahead.
    static let moment = ScreenMoment(seconds: 1_795_271_400, offset: 7_200)

    /// What the daemon tells of a station where `messages` were answered, the newest last.
    static func station(
        _ name: String = "counter",
        clerk: String? = "Anna Berg",
        place: String? = "Shelf 3 · Room 1 · Courthouse",
        state: String = "here",
        armed: String? = nil,
        scanner: String = "reading",
        queue: Int = 0,
        messages: [(verdict: String, message: String)] = SampleBoards.messages
    ) -> StationResource {
        StationResource(
            station: name,
            clerk: clerk.map {
                StationClerkResource(
                    barcode: "PN000000001L",
                    name: $0,
                    since: "2026-11-21T14:00:00Z",
                    expires: "2026-11-21T15:00:00Z"
                )
            },
            signIn: true,
            returns: false,
            context: StationContextResource(
                state: place == nil ? "closed" : state,
                barcode: place == nil ? nil : "LC000000003D",
                name: place,
                giver: nil,
                giverName: nil,
                since: place == nil ? nil : "2026-11-21T14:26:30Z",
                expires: place == nil ? nil : "2026-11-21T14:41:30Z",
                counted: state == "counting" ? 3 : nil,
                expected: state == "counting" ? 40 : nil
            ),
            armed: armed,
            readings: messages.enumerated().reversed().map { index, told in
                StationReadingResource(
                    reading: Int64(4_700 + index),
                    at: "2026-11-21T14:29:\(30 + index).250000Z",
                    verdict: told.verdict,
                    kind: "relocated",
                    message: told.message,
                    code: "BX0000000014",
                    barcode: nil,
                    entry: nil
                )
            },
            scanners: [
                ScannerResource(scanner: "05e0:1200:S1", name: "Zebra DS2208", station: name, state: scanner)
            ],
            queue: queue
        )
    }

    static let messages: [(verdict: String, message: String)] = [
        ("accepted", "here: Shelf 3 · Room 1 · Courthouse is open"),
        ("accepted", "box BX0000000014 (Smith v. Jones) → Shelf 3 · Room 1 · Courthouse"),
        ("attention", "box BX0000000014 (Smith v. Jones) is at Shelf 3 · Room 1 · Courthouse already"),
        ("refused", "cannot accept BX0000000025: wrong check character; scan again"),
        ("accepted", "new box BX000000050N → Shelf 3 · Room 1 · Courthouse"),
    ]

    static func board(_ stations: StationResource...) -> StationBoard {
        var board = StationBoard()
        _ = board.take(.polled(stations, trouble: nil), at: moment)
        return board
    }

    /// The last message of the day so far ended like this.
    static func board(ending verdict: String) -> StationBoard {
        let last = messages.lastIndex { $0.verdict == verdict } ?? 0
        return board(station(messages: Array(messages[...last])))
    }
}

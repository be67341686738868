import FoundationEssentials
import Wire

/// Answers in the form that the daemon gives them.
enum Samples {
    static let entity = """
        {"barcode":"BX0000000014","home":null,"kind":"box","parent":null,"title":"Smith v. Jones","type":"container"}
        """
    static let outcome = """
        {"barcode":null,"entry":null,"kind":"opened","message":"Shelf 3 is open","reading":5,"station":"t",\
        "verdict":"accepted"}
        """
    static let entry = json(
        EntryResource(
            entry: 12,
            kind: "registered",
            barcode: "BX0000000014",
            from: nil,
            to: nil,
            occurredAt: "2026-11-21T05:50:00Z",
            recordedAt: "2026-11-21T05:50:00Z",
            principal: "uid:0",
            station: nil,
            scanner: nil,
            reading: nil,
            reason: nil,
            seen: "direct"
        )
    )

    static let station = json(
        StationResource(
            station: "desk",
            clerk: nil,
            signIn: false,
            returns: false,
            context: StationContextResource(
                state: "closed",
                barcode: nil,
                name: nil,
                giver: nil,
                giverName: nil,
                since: nil,
                expires: nil,
                counted: nil,
                expected: nil
            ),
            armed: nil,
            readings: [],
            scanners: [],
            queue: 0
        )
    )

    /// Empty for a value without a JSON form, which no test can mistake for an answer.
    private static func json(_ value: some Encodable) -> String {
        String(decoding: (try? WireCoding.encode(value)) ?? Data(), as: UTF8.self)
    }
}

import Foundation

/// A recorded day: who and what there is, and what each station reads, as `make-day.py` wrote it.
struct ScriptedDay: Sendable {
    /// A thing or person to register before the day begins.
    struct Thing: Sendable {
        /// `place`, `person`, `clerk`, `box` or `folder`.
        let sort: String
        let barcode: String
        /// The name; for a box or folder the shelf where it belongs.
        let rest: String
    }

    private(set) var things: [Thing] = []
    /// What each station reads, in order.
    private(set) var readings: [String: [String]] = [:]
    /// Stations where things are returned, and the places where they stand.
    private(set) var returns: [String: String] = [:]

    static let directory = URL(filePath: #filePath).deletingLastPathComponent()

    init(named name: String) throws {
        let text = try String(contentsOf: Self.directory.appending(path: "Days/\(name).txt"), encoding: .utf8)
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count == 3 else { throw DayFault(description: "cannot read the line “\(line)”") }
            switch words[0] {
            case "read": readings[words[1], default: []].append(words[2])
            case "returns": returns[words[1]] = words[2]
            default: things.append(Thing(sort: words[0], barcode: words[1], rest: words[2]))
            }
        }
    }

    func barcodes(of sort: String) -> Set<String> {
        Set(things.filter { $0.sort == sort }.map(\.barcode))
    }
}

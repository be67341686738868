import TestSupport

/// Requests that are almost right, the same ones for the same seed.
struct HostileRequests {
    private static let methods = ["GET", "POST", "DELETE", "PUT", "HEAD", "OPTIONS", "get", "", "\u{0}"]
    private static let paths = [
        "/v1/status", "/v1/where/LC000000001H", "/v1/where/%00", "/v1/where/%ff%fe", "/v1/items", "/v1/moves",
        "/v1/contents/LC000000001H?limit=-1&cursor=x", "/v1/log/proofs/99999999999999999999", "/v1/log/consistency",
        "/v1/readings", "/v1/batches?format=csv", "/v1/decode", "/v1/events", "/v1/search?q=%22%22*",
        "/v1/labels/preview",
        "/v1/entities/LC000000001H/changes", "/v1/log/tile/0/x999/999", "//", "*", "/v1/history/LC000000001H?at=x",
        "/v1/documents/1/content", "/v1/access?of=%2e%2e", "/v1/metrics",
    ]
    private static let headers = [
        "Host: localhost", "Content-Length: 10", "Content-Length: -1", "Content-Length: 10, 11",
        "Transfer-Encoding: chunked", "Transfer-Encoding: gzip", "Idempotency-Key: \u{1}", "Last-Event-ID: -5",
        "Range: bytes=5-1", "Range: bytes=0-99999999999999999999", "Connection: close", "Expect: 100-continue",
        "Content-Type: text/plain", ": nothing", "A b: c", "Upgrade: h2c",
    ]
    private static let bodies = [
        "", "{}", "[]", "null", "{\"barcodes\":[\"LC000000001H\"],\"to\":\"LC000000001H\"}", "{\"text\":\"\\u0000\"}",
        "{\"title\":\"\\ud800\"}", "{\"title\":\"\\u202e\"}", "{\"a\":1e999999}",
        "{\"station\":\"a\",\"text\":\"LC000000001H\"}",
        "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "ffffffffffffffff\r\n", "outguide.example/log\n1\nAAAA\n\n— x y\n",
        "%PDF-1.7",
    ]

    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The next one.
    mutating func next() -> [UInt8] {
        var text = "\(pick(Self.methods)) \(pick(Self.paths)) HTTP/1.\(Int.random(in: 0...2, using: &random))\r\n"
        for _ in 0..<Int.random(in: 0...4, using: &random) { text += pick(Self.headers) + "\r\n" }
        text += "\r\n" + pick(Self.bodies)
        var bytes = Array(text.utf8)
        // Now and then a byte is another one, or a piece is missing or comes twice.
        for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(place + 7, bytes.count))
            default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
            }
        }
        return bytes
    }

    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}

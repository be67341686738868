import Circulation
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// Two daemons over the twin logs, which are sent the same.
struct Pair {
    let first: DaemonParts
    let second: DaemonParts
    private let asking: (Asking, Asking)
    private let twins: TwinLogs

    init(_ first: DaemonParts, _ second: DaemonParts, _ twins: TwinLogs) {
        (self.first, self.second, self.twins) = (first, second, twins)
        asking = (Asking(first), Asking(second))
    }

    /// Sends the same to both as somebody who may not know of the concealed things, and expects no difference.
    ///
    /// Returns whether both are still in the same state.
    func send(_ sample: RequestCatalogue.Sample, as role: Role, key: String? = nil) async throws -> Bool {
        let left = try await answer(sample, as: role, key: key, asking.0)
        let right = try await answer(sample, as: role, key: key, asking.1)
        let words = "\(role.rawValue): \(sample.method.rawValue) \(sample.path) \(sample.body)"
        expectNoMarks(in: left, of: words)
        // Whoever gives something the number of an expunged entity sees that number from then on.
        if left == right { return !(left.hasPrefix("2") && twins.marks.contains(where: sample.body.contains)) }
        let isPermitted = Self.permitted.contains { left.contains($0) }
        let (here, there) = Self.difference(left, right)
        #expect(isPermitted, "\(words)\n  \(here)\n  \(there)")
        return false
    }

    /// What may be said in the way of something concealed: neither what it is nor why it is in the way.
    private static let permitted = ["ask a supervisor", "this number was used before"]

    /// Sends the same to both as somebody who may know of everything; returns whether both did the same.
    func sendKnowing(_ sample: RequestCatalogue.Sample, as role: Role) async throws -> Bool {
        let left = try await answer(sample, as: role, key: nil, asking.0)
        let right = try await answer(sample, as: role, key: nil, asking.1)
        return left.prefix(3) == right.prefix(3)
    }

    func first(get path: String, as role: Role) async throws -> String {
        try await answer(RequestCatalogue.Sample(method: .get, path: path, body: ""), as: role, key: nil, asking.0)
    }

    func second(get path: String, as role: Role) async throws -> String {
        try await answer(RequestCatalogue.Sample(method: .get, path: path, body: ""), as: role, key: nil, asking.1)
    }

    /// Where two texts begin to differ, with some of what is around.
    static func difference(_ left: String, _ right: String) -> (String, String) {
        let same = zip(left, right).prefix { $0 == $1 }.count
        func part(_ text: String) -> String { String(text.dropFirst(max(0, same - 200)).prefix(500)) }
        return (part(left), part(right))
    }

    func expectNoMarks(in text: String, of words: String) {
        for mark in twins.marks where !words.contains(mark) && !words.contains(mark.lowercased()) {
            #expect(!text.contains(mark), "\(words) discloses \(mark)\n  \(text.prefix(500))")
        }
    }

    /// Both logs are as long as each other.
    func areAlike() async throws -> Bool {
        let left = try await first.circulation.counts().entries
        return try await second.circulation.counts().entries == left
    }

    private func answer(
        _ sample: RequestCatalogue.Sample,
        as role: Role,
        key: String?,
        _ asking: Asking
    ) async throws -> String {
        var text = ""
        var path = sample.path
        // A list is followed to its end.
        while true {
            var headers = HTTPFields()
            if let key, let name = HTTPField.Name(API.idempotencyKeyHeader) { headers[name] = key }
            var response = try await asking.response(
                sample.method,
                path,
                as: [role],
                body: sample.body,
                headers: headers
            )
            let collector = CollectingWriter()
            try await response.body.write(collector)
            // A signature may be longer by a digit.
            response.headers[.contentLength] = nil
            text += "\(response.status.code) \(response.headers) \(Self.comparable(collector.text))\n"
            guard sample.path.contains("limit="), let match = collector.text.firstMatch(of: /"next":"([^"]+)"/) else {
                return text
            }
            path = sample.path + "&cursor=\(match.1)"
        }
    }

    /// A stream of events with the last event of each station alone: one shows the station as it is when it is sent, which may
    /// be after the next change.
    static func settled(_ stream: String) -> String {
        var stations: Set<Substring> = []
        let blocks = stream.split(separator: "\n\n").reversed().filter { block in
            guard block.hasPrefix("event: station\n"), let name = block.matches(of: /"station":"([^"]*)"/).last else {
                return true
            }
            return stations.insert(name.1).inserted
        }
        return blocks.reversed().joined(separator: "\n\n")
    }

    /// Without what differs between any two logs, or any two moments: hashes, signatures, and times of the daemon itself.
    static func comparable(_ text: String) -> String {
        // What an entry says is compared, and not its proof.
        text.replacing(/"body": *"([A-Za-z0-9+\/=]+)"/) { match in
            Data(base64Encoded: String(match.1)).map { String(decoding: $0, as: UTF8.self) } ?? "#body"
        }
        .replacing(/outguide\/[0-9a-f]{16}/, with: "#origin")
        .replacing(/[A-Za-z0-9+\/]{40,}={0,2}/, with: "#hash")
        // How many readings wait at a station is a matter of the moment.
        .replacing(/"(startedAt|age|seconds|queue)":("[^"]*"|[0-9]+)/, with: "")
        .replacing(/outguide_(memory|time|start|disk|open_files|checkpoint|backup)[a-z_]* [0-9.e+]+/, with: "")
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import TestSupport
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// The commands show nobody a difference between a log with concealed things and one without: neither on standard output
/// and standard error, nor in the exit status, in files, or on paper.
@Suite(.timeLimit(.minutes(10))) struct CommandDisclosureTests {
    /// Who may not know of things at each level.
    static let audience: [(Restriction.Level, Role)] = [
        (.restricted, .reader), (.sealed, .reader), (.sealed, .clerk),
    ]

    private static var labels: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../labels").standardizedFileURL
            .path()
    }

    @Test(arguments: audience)
    func everyCommandSaysTheSame(level: Restriction.Level, role: Role) async throws {
        try await TwinLogs.with(level) { twins in
            let catalogue = try await CommandCatalogue(twins, document: try await Self.document(in: twins))
            var rest = try catalogue.commands.map { try catalogue.samples(of: $0) }[...]
            #expect(rest.count > 90)
            while !rest.isEmpty {
                try await Self.serve(twins) { pair in
                    var areAlike = true
                    while areAlike, let samples = rest.first {
                        rest = rest.dropFirst()
                        for (index, sample) in samples.enumerated() where areAlike {
                            let end = try await pair.run(sample, as: role)
                            areAlike = try await pair.areAlike(end)
                            // One is enough to see that it is not for them.
                            if end == .notPermitted { break }
                            // The others are run on logs that are alike.
                            if !areAlike { rest = [Array(samples.dropFirst(index + 1))] + rest }
                        }
                    }
                }
            }
        }
    }

    /// What a supervisor does to concealed things and to others, as whoever watches sees it.
    @Test(arguments: audience, [["watch"], ["watch", "--json"], ["station", "screen", "--json"]])
    func whoWatchesSeesTheSame(of who: (level: Restriction.Level, role: Role), _ command: [String]) async throws {
        try await TwinLogs.with(who.level) { twins in
            try await Self.serve(twins) { pair in
                let left = try await pair.first.watched(command, as: who.role, twins, amongOthers: true)
                let right = try await pair.second.watched(command, as: who.role, twins, amongOthers: false)
                pair.expectNoMarks(in: left, of: command.joined(separator: " "))
                #expect(left == right)
                #expect(left.contains("loose"))
            }
        }
    }

    /// Daemons over both logs with what the commands read lying ready.
    private static func serve(_ twins: TwinLogs, _ body: (CommandPair) async throws -> Void) async throws {
        let decoder = try BuiltProduct.path(of: "outguide-decoder")
        let scans = ["shelf", "inner", "roeInBox", "homeless"].compactMap { twins.codes[$0] }
        let upload = scans.joined(separator: "\n") + "\n"
        try await twins.open(templates: [labels], decoder: decoder) { first, second in
            try await ServedDaemon.with(first) { left in
                try await ServedDaemon.with(second) { right in
                    let label = #"{"barcodes":["\#(twins.codes["inner"] ?? "")"],"format":"png"}"#
                    let picture = try await Self.bytes(.post, "/v1/labels/preview", label, of: first)
                    for served in [left, right] {
                        try served.put(picture, as: "label.png")
                        let note = try await Self.bytes(.get, "/v1/log/checkpoint", "", of: served.parts)
                        try served.put(note, as: "earlier.note")
                        try served.put(Array(upload.utf8), as: "upload.txt")
                    }
                    try await body(CommandPair(first: left, second: right, twins: twins, upload: upload))
                }
            }
        }
    }

    /// The number of a document of something concealed.
    private static func document(in twins: TwinLogs) async throws -> Int64 {
        var number: Int64?
        try await twins.open { first, _ in
            let list = try await bytes(.get, "/v1/documents", "", of: first)
            let page = try JSONSerialization.jsonObject(with: Data(list)) as? [String: Any]
            number = ((page?["items"] as? [[String: Any]])?.first?["entry"] as? NSNumber)?.int64Value
        }
        return try #require(number)
    }

    private static func bytes(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String,
        of parts: DaemonParts
    ) async throws -> [UInt8] {
        let response = try await Asking(parts).response(method, path, as: [.administrator], body: body)
        let collector = CollectingWriter()
        try await response.body.write(collector)
        try #require(response.status.code == 200, "\(collector.text)")
        return collector.bytes
    }
}

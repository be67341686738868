import Foundation
import TestSupport
import Testing

/// Text that would steer a terminal, turn a line round or forge another one, through everything that shows text.
@Suite struct HostileTextTests {
    private static let hostile = "\u{1B}[2J\u{1B}]0;owned\u{7}\nroot: \u{202E}desrever\u{2066}\u{0}\u{9B}31m\u{2028}x"

    @Test func noTitleOrNameHasItInIt() async throws {
        try await DaemonBed.with { bed in
            for arguments in [
                ["item", "add", "--title", "a\u{1B}[2Jb"], ["item", "add", "--title", "a\u{202E}b"],
                ["location", "add", "--name", "a\nb"], ["custodian", "add", "--name", "a\u{2028}b"],
            ] {
                let run = try await ChildRun.of(
                    try BuiltProduct.path(of: "outguide"),
                    ["--socket", bed.socket] + arguments
                )
                #expect(run.status == 64 || run.status == 1, "\(arguments): \(run.status) \(run.errors)")
                #expect(HarmlessOutput.offences(in: run.errors) == [], "\(run.errors)")
            }
        }
    }

    @Test func whatAScannerReadIsShownHarmlessly() async throws {
        try await DaemonBed.with { bed in
            let body = try JSONSerialization.data(withJSONObject: ["text": Self.hostile, "station": "desk"])
            for _ in 0..<2 {
                let sent = try await ChildRun.of(
                    "/usr/bin/curl",
                    [
                        "-s", "--unix-socket", bed.socket, "-H", "Content-Type: application/json", "--data-binary",
                        "@-",
                        "http://localhost/v1/readings",
                    ],
                    input: String(decoding: body, as: UTF8.self)
                )
                #expect(sent.output.contains("refused"), "\(sent.output)")
            }
            let commands = [
                ["reading", "list"], ["reading", "show", "1"], ["station", "list"], ["station", "show", "desk"],
                ["status"], ["doctor"], ["access", "list"], ["where", "\u{1B}[2J"], ["history", Self.name],
                ["search", Self.name], ["item", "show", Self.name], ["station", "show", Self.name],
                ["label", "preview", Self.name, "--template", Self.name, "--output", bed.scratch("label.png")],
                ["scan", "--station", Self.name],
            ]
            for command in commands {
                let run = try await ChildRun.of(
                    try BuiltProduct.path(of: "outguide"),
                    ["--socket", bed.socket] + command,
                    input: "a\u{1B}[2J\u{202E}b\n"
                )
                #expect(
                    HarmlessOutput.offences(in: run.output + run.errors) == [],
                    "\(command): \(run.output)\(run.errors)"
                )
            }
            let metrics = try await ChildRun.of(
                "/usr/bin/curl",
                [
                    "-s", "--unix-socket", bed.socket, "http://localhost/v1/where/%1B%5B2J%0Aoutguide_up%201",
                    "http://localhost/%1B%0Aoutguide_up%201", "http://localhost/v1/metrics",
                ]
            )
            #expect(HarmlessOutput.offences(in: metrics.output) == [])
            #expect(!metrics.output.contains("\noutguide_up"))
            #expect(HarmlessOutput.offences(in: bed.said) == [], "\(bed.said)")
            #expect(!bed.said.contains("owned"), "\(bed.said)")
        }
    }

    /// The same for an argument, which has no zero byte.
    private static let name = hostile.replacing("\0", with: "")
}

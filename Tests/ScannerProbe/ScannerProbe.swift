import Glibc
import Scanning

/// Reads the scanners that are named and prints each event as a line, until its standard input ends.
///
/// Arguments, all optional: `--capacity N`, `--silence MILLISECONDS`, and for each setting `--setting KEY=VALUE,…`;
/// `--doubt SERIAL` says that a keyboard's serial number has named two.
/// With `--hold` no event is taken before a line comes in. Commands on standard input: `pair TEXT MILLISECONDS`, with
/// `lines` behind it to listen to serial lines too, `give up` (the pairing), `watch NAME`, `use KEY=VALUE,…`,
/// `survey`, and `stop`.
@main
enum ScannerProbe {
    static func main() async throws {
        let options = try ProbeOptions(CommandLine.arguments.dropFirst())
        let reader = ScannerReader(
            settings: options.settings,
            doubts: options.doubts,
            capacity: options.capacity,
            silence: options.silence
        )
        try reader.start()
        say("started")
        if options.isHeld { _ = readLine() }
        let ending = Task.detached {
            var talks: [Task<Void, Never>] = []
            // A process of its own for the test: that this blocks a thread of the pool does no harm.
            while let line = readLine() {
                if line == "give up" {
                    talks.last?.cancel()
                } else if let talk = try obey(line, reader) {
                    talks.append(talk)
                }
            }
            reader.stop()
            return talks
        }
        for await event in reader.events {
            if let line = ProbeLine.text(event) { say(line) }
        }
        // What was asked is answered before the end is said.
        for talk in try await ending.value { await talk.value }
        say("stopped")
    }

    private static func obey(_ line: String, _ reader: ScannerReader) throws -> Task<Void, Never>? {
        let words = line.split(separator: " ").map(String.init)
        switch words.first {
        case "pair" where words.count >= 3:
            let limit = Duration.milliseconds(Int(words[2]) ?? 0)
            return Task { await pair(reader, words[1], limit, listensToLines: words.count > 3) }
        case "watch" where words.count == 2:
            let signals = try reader.signals(of: words[1])
            return Task { for await signal in signals { say(ProbeLine.text(signal)) } }
        case "use" where words.count == 2:
            try reader.use(settings: [try ProbeOptions.setting(words[1])], doubts: [])
        case "survey":
            return Task { await survey() }
        case "stop":
            reader.stop()
        default:
            break
        }
        return nil
    }

    private static func survey() async {
        do throws(ScannerReaderError) {
            for device in try await ScannerReader.survey(settings: []) {
                let transport = device.identity.transport.rawValue
                say("found \(device.identity) \(transport) \(device.isNamed ? "named" : "unnamed")")
            }
        } catch {
            say("\(error)")
        }
    }

    private static func pair(
        _ reader: ScannerReader,
        _ text: String,
        _ limit: Duration,
        listensToLines: Bool
    ) async {
        do throws(ScannerPairingError) {
            let paired = try await reader.pair(typing: text, within: limit, listensToLines: listensToLines)
            let layouts = paired.layouts.map(\.description).joined(separator: ",")
            let framing = paired.framing?.rawValue ?? "named"
            say("paired \(paired.identity) \(framing) \(layouts)")
            say("known by \(Self.text(of: paired.match))\(paired.affixes.isEmpty ? "" : ", sends \(paired.affixes)")")
        } catch {
            say("\(error)")
        }
    }

    private static func text(of match: ScannerMatch) -> String {
        let parts = [("serial", match.serial), ("port", match.port), ("interface", match.interface)]
        return parts.compactMap { name, part in part.map { "\(name) \($0)" } }.joined(separator: " ")
    }

    private static func say(_ line: String) {
        var bytes = Array((line + "\n").utf8)
        write(STDOUT_FILENO, &bytes, bytes.count)
    }
}

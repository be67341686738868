import Foundation
import Localization
import TestSupport
import Testing

@testable import Settings

/// Whatever stands in the file, it is a configuration or an error with its line, in no time.
@Suite struct ConfigurationFuzzTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "systemd/outguided.yaml")

    private func load(_ text: [UInt8]) throws -> Result<Configuration, ConfigurationError> {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text).write(to: URL(filePath: path))
        return Result { () throws(ConfigurationError) in try ConfigurationFile(path: path).applied(to: .standard) }
    }

    @Test func theSampleSaysWhatHoldsAnyway() throws {
        let text = try String(contentsOf: Self.sample, encoding: .utf8)
        // Every setting of the sample is known when its mark is taken away, but lists that only show an example.
        _ = try load(Array(text.utf8)).get()
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func randomFilesAreRefusedWithTheirLine(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = try String(contentsOf: Self.sample, encoding: .utf8)
        let settings = text.split(separator: "\n").map { $0.hasPrefix("#") ? $0.dropFirst() : $0 }.joined(
            separator: "\n"
        )
        for _ in 0..<60 {
            var bytes = Array(settings.utf8)
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(place + 30, bytes.count))
                case 2: bytes.insert(contentsOf: bytes[place...].prefix(100), at: place)
                default: bytes.insert(contentsOf: Array("[{&*!|>-?:".utf8).shuffled(using: &random), at: place)
                }
            }
            if case .failure(let error) = try load(bytes) { #expect(error.description.hasPrefix("cannot ")) }
        }
    }

    /// Short files that mean a lot.
    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
        String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + (0..<30).map {
                "b\($0): &b\($0) "
                    + "[\(Array(repeating: "*\($0 == 0 ? "a" : "b\($0 - 1)")", count: 9).joined(separator: ","))]\n"
            }
            .joined(),
        "site: &a \"00\"\nprinter: *a\n", "<<: {site: \"01\"}\n", String(repeating: "a", count: 300_000),
        "site: !!binary \"AAAA\"\n", "site: \"00\"\nsite: \"01\"\n", "%YAML 9.9\n---\nsite: \"00\"\n",
    ])
    func bombsAreRefused(text: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        guard case .failure(let error) = try load(Array(text.utf8)) else {
            Issue.record("it was taken: \(text.prefix(60))")
            return
        }
        #expect(error.description.hasPrefix("cannot "), "\(error)")
        #expect(clock.now - start < .seconds(5))
    }
}

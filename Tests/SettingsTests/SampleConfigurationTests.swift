import Foundation
import Testing

@testable import Settings

/// The file of the package shows every setting, as the daemon reads it.
@Suite struct SampleConfigurationTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../systemd/outguided.yaml")

    /// The settings of the file, without the mark that makes each a comment.
    private static func settings() throws -> [(name: String, text: String)] {
        var settings: [(name: String, text: String)] = []
        for line in try String(contentsOf: sample, encoding: .utf8).split(separator: "\n") {
            guard line.hasPrefix("#"), !line.hasPrefix("# ") || line.hasPrefix("#  ") else { continue }
            let text = line.dropFirst()
            if let match = text.prefixMatch(of: /([A-Za-z]+):/) {
                settings.append((String(match.1), String(text)))
            } else if !settings.isEmpty {
                settings[settings.count - 1].text += "\n" + text
            }
        }
        return settings
    }

    @Test func everySettingIsThereOnce() throws {
        let names = try Self.settings().map(\.name)
        #expect(names.sorted() == Configuration.settings.map(\.name).sorted())
    }

    @Test func everyExampleIsAccepted() throws {
        for (name, text) in try Self.settings() {
            let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(atPath: path) }
            #expect(throws: Never.self, "\(name)") { try ConfigurationFile(path: path).applied(to: .standard) }
        }
    }
}

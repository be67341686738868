import ArgumentParser
import Foundation
import Testing

@testable import Commands

/// Every command line that the README and the guides show is one that the program accepts.
@Suite struct GuideCommandTests {
    @Test(arguments: GuidePage.all) func commandsParse(_ page: GuidePage) throws {
        for line in try page.commandLines() {
            #expect(throws: Never.self, "\(page.name): \(line.joined(separator: " "))") {
                _ = try Outguide.parseAsRoot(line)
            }
        }
    }

    @Test func pagesShowCommands() throws {
        #expect(try GuidePage.all.flatMap { try $0.commandLines() }.count > 80)
    }

    @Test(arguments: ["de", "es", "fr"]) func translatedGuidesShowTheSameCommands(language: String) throws {
        let translated = GuidePage.all.filter { $0.url.deletingLastPathComponent().lastPathComponent == language }
        #expect(!translated.isEmpty)
        for page in translated {
            let folder = page.url.deletingLastPathComponent().deletingLastPathComponent()
            let original = GuidePage(url: folder.appending(path: page.name))
            // Titles and words for times are translated, commands are not.
            #expect(try page.commandLines().map { $0.prefix(2) } == original.commandLines().map { $0.prefix(2) })
        }
    }

    @Test func aCommandThatDoesNotExistIsFound() {
        let lines = GuidePage.commandLines(in: "    $ outguide item lend FD0000000018   # no such verb\n")
        #expect(lines == [["item", "lend", "FD0000000018"]])
        #expect(throws: (any Error).self) { _ = try Outguide.parseAsRoot(lines[0]) }
    }
}

/// A page of the documentation that shows commands.
struct GuidePage: CustomTestStringConvertible {
    let url: URL
    var name: String { url.lastPathComponent }
    var testDescription: String { name }

    static var all: [GuidePage] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guides = root.appending(path: "manual/guide")
        // Folders have guides in other languages.
        let names = FileManager.default.enumerator(atPath: guides.path)?.compactMap { $0 as? String } ?? []
        return [GuidePage(url: root.appending(path: "README.md"))]
            + names.sorted().filter { $0.hasSuffix(".md") }.map { GuidePage(url: guides.appending(path: $0)) }
    }

    func commandLines() throws -> [[String]] {
        Self.commandLines(in: try String(contentsOf: url, encoding: .utf8))
    }

    /// The arguments of each line that begins with `$ outguide`, as a shell splits them, without comments and redirections.
    static func commandLines(in text: String) -> [[String]] {
        text.replacing("\\\n", with: " ").split(separator: "\n").compactMap { line in
            let line = line.drop { $0 == " " }
            guard line.hasPrefix("$ outguide ") else { return nil }
            return arguments(of: line.dropFirst("$ outguide ".count))
        }
    }

    private static let sampleKey = "outguide.example/archive+3c4a5932+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"

    private static func arguments(of line: Substring) -> [String] {
        let sample = line.replacing("FD…", with: "FD0000000018").replacing("BX…", with: "BX0000000014")
            .replacing("PN…", with: "PN000000001N").replacing("\"$(cat key.txt)\"", with: sampleKey)
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in sample {
            switch character {
            case "\"": (isQuoted, word) = (!isQuoted, word ?? "")
            case " " where !isQuoted:
                if let word { words.append(word) }
                word = nil
            case "#" where word == nil && !isQuoted, ">" where word == nil && !isQuoted, "&" where word == nil:
                return words
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}

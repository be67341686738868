import Foundation
import Localization
import TestSupport
import Testing
import Vocabulary

/// Messages as they are written in the sources.
@Suite struct MessageTextTests {
    @Test func argumentsBecomePlaceholdersByName() {
        let message = Message("\("BX1", "item") is at \("Shelf {3}", "place")")
        #expect(message.text == "{item} is at {place}")
        #expect(message.arguments == ["item": .text("BX1"), "place": .text("Shelf {3}")])
        #expect(message.english == "BX1 is at Shelf {3}")
    }

    @Test func joinedTextsAreOneMessage() {
        let message = Message("cannot move \("BX1", "item"): " + "\("Shelf 3", "place") is closed")
        #expect(message.text == "cannot move {item}: {place} is closed")
        #expect(message.english == "cannot move BX1: Shelf 3 is closed")
    }

    @Test func numbersSelectThePlural() {
        let message = { (count: Int) in
            Message(
                "\("Shelf 3", "place") has {count} box",
                plural: "\("Shelf 3", "place") has {count} boxes",
                count: count
            )
        }
        #expect(message(1).english == "Shelf 3 has 1 box")
        #expect(message(12_000).english == "Shelf 3 has 12000 boxes")
    }

    @Test func argumentsKeepTheirKind() {
        let inner = Message("a folder")
        let message = Message(
            "\(inner, "kind"), \(12, "count"), \(EntryNumber(rawValue: 1_234), "entry"), \(Timestamp.latest, "time")"
        )
        #expect(
            message.arguments == [
                "kind": .message(inner), "count": .count(12), "entry": .number(1_234), "time": .instant(.latest),
            ]
        )
    }

    @Test func textsOfOthersAreShownAsTheyAre() {
        #expect(Message(verbatim: "{x} and {{y}}").english == "{x} and {{y}}")
    }

    /// What the extraction cannot read would never be translated.
    @Test func messagesOfTheSourcesAreExtracted() async throws {
        let source = #"""
            let a = Message("\(entity.name(of: "x"), "item") is \"at\" \(place, "place")" + ": closed")
            let b = Message("{count} page", plural: "{count} pages", count: pages.count(where: { $0 == "," }), context: "paper")
            let c = Message(verbatim: words)
            let d = Message(
                """
                One \(word, "word"). \
                Two.

                Three "quoted".
                """
            )
            """#
        let template = try await Self.extract(source)
        #expect(template.status == 0, "\(template.errors)")
        #expect(template.output.contains(#"msgid "{item} is \"at\" {place}: closed""#))
        #expect(template.output.contains(#"msgid "One {word}. Two.\n\nThree \"quoted\".""#))
        #expect(template.output.contains("msgctxt \"paper\"\nmsgid \"{count} page\"\nmsgid_plural \"{count} pages\"\n"))
    }

    @Test(arguments: [
        #"Message("\(place) is closed")"#, "Message(words)", #"Message("a" + word)"#,

        #"[Message("{count} a", plural: "a", count: 1), Message("{count} a", plural: "b", count: 1)]"#,
    ])
    func messagesThatCannotBeExtractedAreReported(source: String) async throws {
        let template = try await Self.extract(source)
        #expect(template.status == 1)
        #expect(template.errors.hasPrefix("extract: cannot read "))
    }

    private static func extract(_ source: String) async throws -> ChildRun {
        let directory = FileManager.default.temporaryDirectory.path + "/messages-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try Data(source.utf8).write(to: URL(fileURLWithPath: directory + "/Source.swift"))
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Localization/extract").standardized.path
        return try await ChildRun.of(script, [directory])
    }
}

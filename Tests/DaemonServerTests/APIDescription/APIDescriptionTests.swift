import Circulation
import Foundation
import HTTPTypes
import ReadingFiles
import Testing
import Vocabulary
import Wire
import Yams

@testable import DaemonServer
@testable import DaemonServices

/// The API description is what the definitions of the requests say.
@Suite struct APIDescriptionTests {
    /// With OUTGUIDE_WRITE_API in the environment the file is written.
    @Test func theCommittedFileIsPrintedFromTheDefinitions() async throws {
        try await ScratchDaemon.with { parts in
            let text = try APIDescription(outlines: RouteTable(parts).routes.map(\.outline)).text()
            if ProcessInfo.processInfo.environment["OUTGUIDE_WRITE_API"] != nil {
                try text.write(to: APIDescription.file, atomically: true, encoding: .utf8)
            }
            let committed = try String(contentsOf: APIDescription.file, encoding: .utf8)
            let difference = zip(committed.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
            #expect(committed == text, "print it anew with OUTGUIDE_WRITE_API=1: \(String(describing: difference))")
        }
    }

    @Test func whatEveryScreenWaitsForNeedsNoShareOfTheBudget() async throws {
        try await ScratchDaemon.with { parts in
            let prompt = ["GET /v1/where/{barcode}", "GET /v1/status", "POST /v1/moves", "POST /v1/readings"]
            let routes = RouteTable(parts).routes.filter { prompt.contains($0.name) }
            #expect(routes.count == prompt.count)
            #expect(routes.allSatisfy { $0.work == nil && !$0.outline.refusals.contains(429) })
        }
    }

    @Test func everyOperationIsDefinedOnce() async throws {
        try await ScratchDaemon.with { parts in
            let routes = RouteTable(parts).routes
            #expect(Set(routes.map(\.outline.id)).count == routes.count)
            #expect(Set(routes.map(\.name)).count == routes.count)
        }
    }

    @Test func everyPathParameterIsDescribed() async throws {
        try await ScratchDaemon.with { parts in
            for outline in RouteTable(parts).routes.map(\.outline) {
                let segments = outline.path.split(separator: "/")
                let inPath = segments.filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
                let described = outline.parameters.filter { $0.place == .path }.map { Substring($0.name) }
                #expect(inPath == described, "\(outline.id)")
            }
        }
    }

    @Test func closedWordsAreThoseOfTheDaemon() {
        func expect<Word: CaseIterable & RawRepresentable<String>>(
            _ schema: Schema?,
            _ type: Word.Type,
            and others: String...
        ) {
            guard case .word(let words) = schema else {
                Issue.record("there are no words for \(type)")
                return
            }
            #expect(Set(words) == Set(type.allCases.map(\.rawValue) + others))
        }
        expect(OutcomeResource.members["verdict"], Verdict.self)
        expect(EntityResource.members["type"], EntityType.self)
        expect(EntryResource.members["seen"], Sighting.self)
        expect(PullListResource.members["state"], PullListSummary.State.self)
        expect(WantedResource.members["state"], PullListItem.State.self)
        expect(OrderResource.members["kind"], StandingOrder.Kind.self)
        expect(PrintBatchResource.members["state"], PrintBatch.State.self, and: "running")
        expect(BatchLabelResource.members["state"], PrintedLabelState.self)
        expect(AccessResource.members["act"], Access.Act.self)
        expect(BatchResource.members["format"], ReadingFileFormat.self)
    }

    /// The daemon accepts the example of each body: whatever it then lacks, the request is well formed.
    @Test func theExampleOfEachBodyIsWellFormed() async throws {
        try await ScratchDaemon.with { parts in
            let asking = Asking(parts)
            var count = 0
            for outline in RouteTable(parts).routes.map(\.outline) {
                guard case .json(let type) = outline.body, case .json = outline.answer else { continue }
                let body = try Yams.load(yaml: Yams.serialize(node: BodyExample.of(type, with: outline.exampleMembers)))
                let text = String(decoding: try JSONSerialization.data(withJSONObject: body ?? [:]), as: UTF8.self)
                let path = outline.path(at: outline.parameters.first { $0.place == .path }?.schema.example.string)
                let method = try #require(HTTPRequest.Method(rawValue: outline.method.rawValue))
                let answer = try await asking.ask(method, path, as: Set(Role.allCases), body: text)
                #expect(answer.status != 400, "\(outline.id) with \(text): \(answer.text)")
                count += 1
            }
            #expect(count > 20)
        }
    }
}

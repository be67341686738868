import DaemonClient
import StubDaemon
import Testing
import Wire

@Suite struct RequestTests {
    @Test func readsOverOneConnection() async throws {
        try await StubDaemon { _ in .json(Samples.entity) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            for _ in 0..<3 {
                let entity = try await client.ask(API.Entities.containers.show, at: "BX 1/ü?")
                #expect(entity.title == "Smith v. Jones")
            }
            await client.close()
            #expect(stub.requests.map(\.connection) == [1, 1, 1])
            #expect(stub.requests.first?.method == "GET")
            #expect(stub.requests.first?.target == "/v1/containers/BX%201%2F%C3%BC%3F")
            #expect(stub.requests.first?.headers["host"] == "localhost")
            #expect(stub.requests.first?.headers["idempotency-key"] == nil)
        }
    }

    @Test func writesUnderAKeyOfItsOwn() async throws {
        try await StubDaemon { _ in .json(Samples.outcome) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let outcome = try await client.ask(API.Readings.record, ReadingRequest(text: "LC\u{7}é", station: "t"))
            _ = try await client.ask(API.Readings.record, ReadingRequest(text: "LC", station: "t"))
            await client.close()
            #expect(outcome.message == "Shelf 3 is open")
            let first = try #require(stub.requests.first)
            #expect(first.method == "POST")
            #expect(first.target == "/v1/readings")
            #expect(first.headers["content-type"] == "application/json")
            #expect(first.text == #"{"station":"t","text":"LC\u0007é"}"#)
            let keys = stub.requests.compactMap { $0.headers["idempotency-key"] }
            #expect(Set(keys).count == 2)
            #expect(keys.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
        }
    }

    @Test func pagesWithACursor() async throws {
        try await StubDaemon { _ in .page("", next: "a b") }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let page = try await client.ask(API.Entities.items.list, query: [Parameter.limit.set(5)])
            _ = try await client.ask(
                API.Entities.items.list,
                query: [Parameter.limit.set(5), Parameter.cursor.set(page.next)]
            )
            await client.close()
            #expect(stub.requests.map(\.target) == ["/v1/items?limit=5", "/v1/items?limit=5&cursor=a%20b"])
        }
    }

    @Test func sendsAnImageAsItIs() async throws {
        let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 255]
        let expected = DecodeResponse(
            width: 1,
            height: 2,
            codes: [],
            pages: [ImagePageResource(number: 1, width: 1, height: 2, problem: nil)],
            isComplete: true,
            milliseconds: 0.5,
            loadingMilliseconds: 0.25
        )
        let reply = try String(decoding: WireCoding.encode(expected), as: UTF8.self)
        try await StubDaemon { _ in .json(reply) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let response = try await client.decode(image: image)
            _ = try await client.decode(image: image, mode: "thorough", symbologies: ["code128", "qr"])
            await client.close()
            #expect(response == expected)
            #expect(stub.requests.first?.body == image)
            #expect(stub.requests.first?.headers["content-type"] == "application/octet-stream")
            let targets = ["/v1/decode", "/v1/decode?mode=thorough&symbologies=code128%2Cqr"]
            #expect(stub.requests.map(\.target) == targets)
        }
    }

    @Test func takesALabelAsItIs() async throws {
        let bytes: [UInt8] = [0x25, 0x50, 0x44, 0x46]
        try await StubDaemon { _ in .answer(status: 200, type: "application/pdf", body: bytes) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            let label = try await client.fetch(API.Labels.preview, LabelPreviewRequest(barcodes: ["B"], format: "pdf"))
            await client.close()
            #expect(label == bytes)
        }
    }

    @Test func endsASession() async throws {
        try await StubDaemon { _ in .answer(status: 204, type: "", body: []) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            try await client.ask(API.Stations.endSession, at: "terminal-1:2")
            await client.close()
            #expect(stub.requests.map { $0.method + " " + $0.target } == ["DELETE /v1/stations/terminal-1%3A2/session"])
        }
    }

    @Test func asksAtTheSameTimeOverSeveralConnections() async throws {
        try await StubDaemon { _ in .json(Samples.entity) }.serve { stub in
            let client = DaemonClient(socketPath: stub.path)
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<50 {
                    group.addTask { try await client.ask(API.Entities.items.show, at: "\(number)").barcode }
                }
                for try await barcode in group { #expect(barcode == "BX0000000014") }
            }
            await client.close()
            #expect(Set(stub.requests.map(\.target)).count == 50)
        }
    }
}

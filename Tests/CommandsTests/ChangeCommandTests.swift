import StubDaemon
import Testing

@Suite struct ChangeCommandTests {
    @Test(arguments: [
        (["item", "change", "B", "--title", "T"], "/v1/items/B", #"{"title":"T"}"#),
        (
            ["item", "change", "B", "--no-title", "--no-home", "--kind", "medium"], "/v1/items/B",
            #"{"clear":["title","home"],"kind":"medium"}"#
        ),
        (["container", "change", "B", "--home", "LC"], "/v1/containers/B", #"{"home":"LC"}"#),
        (
            ["location", "change", "B", "--name", "N", "--parent", "LC"], "/v1/locations/B",
            #"{"parent":"LC","title":"N"}"#
        ),
        (["location", "change", "B", "--no-parent"], "/v1/locations/B", #"{"clear":["parent"]}"#),
        (["custodian", "change", "B", "--name", "N"], "/v1/custodians/B", #"{"title":"N"}"#),
    ])
    func sendsWhatWasSaid(words: [String], path: String, body: String) async throws {
        try await StubDaemon { _ in .json(Samples.entity) }.serve { stub in
            let result = try await Program.run(words + ["--socket", stub.path])
            #expect(result.status == 0)
            #expect(result.errors == "changed box BX0000000014\n")
            #expect(result.output.hasPrefix("BX0000000014 box (Smith v. Jones)\n"))
            #expect(
                stub.requests.map { "\($0.method) \($0.target)" } == ["GET \(path)", "POST /v1/entities/B/changes"]
            )
            #expect(stub.requests.last?.text == body)
        }
    }

    @Test func changesNothingOfAnotherSort() async throws {
        let reply = StubReply.problem("not-found", status: 404, detail: "cannot find the item B: it is a box")
        try await StubDaemon { $0.method == "GET" ? reply : .json(Samples.entity) }.serve { stub in
            let result = try await Program.run(["item", "change", "B", "--title", "T", "--socket", stub.path])
            #expect(result.status == 3)
            #expect(stub.requests.map(\.method) == ["GET"])
        }
    }

    @Test(arguments: [
        ["item", "change", "B"], ["item", "change", "B", "--title", "T", "--no-title"],
        ["container", "change", "B", "--home", "LC", "--no-home"], ["location", "change", "B"],
        ["location", "change", "B", "--parent", "LC", "--no-parent"], ["custodian", "change", "B"],
        ["label", "alias", "B"],
    ])
    func refusesWhatSaysNothingOrTwoThings(words: [String]) async throws {
        let result = try await Program.run(words)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix("outguide: cannot run “"))
    }

    @Test(arguments: [
        (["label", "replace", "B"], #"{"role":"primary"}"#),
        (["label", "replace", "B", "--barcode", "77"], #"{"barcode":"77","role":"primary"}"#),
    ])
    func replacePrintsTheNewBarcode(words: [String], body: String) async throws {
        try await StubDaemon { _ in .json(Samples.entity) }.serve { stub in
            let result = try await Program.run(words + ["--socket", stub.path])
            #expect(result.output == "BX0000000014\n")
            #expect(result.errors == "B stays an alias of it\n")
            #expect(stub.requests.map(\.target) == ["/v1/entities/B/labels"])
            #expect(stub.requests.first?.text == body)
            let json = try await Program.run(words + ["--json", "--socket", stub.path])
            #expect(json.output.filter { !$0.isWhitespace } == Samples.entity.filter { !$0.isWhitespace })
        }
    }

    @Test func aliasIsOneMoreBarcode() async throws {
        try await StubDaemon { _ in .json(Samples.entity) }.serve { stub in
            let result = try await Program.run(["label", "alias", "B", "ACC-7", "--socket", stub.path])
            #expect(result.output == "ACC-7\n")
            #expect(result.errors == "ACC-7 is an alias of BX0000000014\n")
            #expect(stub.requests.first?.text == #"{"barcode":"ACC-7","role":"alias"}"#)
        }
    }

    @Test func aBarcodeOfAnotherThingIsAConflict() async throws {
        let reply = StubReply.problem("conflict", status: 409, detail: "cannot use 77: it is the barcode of C")
        try await StubDaemon { _ in reply }.serve { stub in
            let result = try await Program.run(["label", "alias", "B", "77", "--socket", stub.path])
            #expect(result.status == 4)
            #expect(result.output == "")
        }
    }
}

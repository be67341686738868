import Testing

/// Proofs are checked without a daemon: no test here has one.
@Suite struct BundleCommandTests {
    private let proofs: SampleProofs
    private let scratch: ScratchFiles

    init() throws {
        proofs = try SampleProofs()
        scratch = try ScratchFiles()
    }

    private func verify(_ file: String, _ words: String...) async throws -> RunResult {
        try await Program.run(["log", "verify", "--bundle", file, "--socket", "/no/such"] + words)
    }

    @Test func anEntryIsProvedWithTheKeyOfTheLog() async throws {
        let file = try scratch.write(try proofs.entry(), to: "proof.json")
        let people = try await verify(file, "--key", proofs.key)
        #expect(people.status == 0)
        #expect(people.output.contains("entry   {\"entry\":2,\"kind\":\"registered\"}\n"))
        #expect(people.output.hasSuffix("proved: entry 2 stands in the log outguide.example/archive as shown here\n"))
        let quiet = try await verify(file, "--quiet", "--key", proofs.key)
        #expect(quiet.output == "proved\n")
        let json = try await verify(file, "--json", "--key", proofs.key)
        #expect(json.output.contains(#""conclusion" : "proved""#))
        #expect(json.output.contains(#""format" : "outguide-entry-proof""#))
        #expect(json.output.contains(proofs.key))
    }

    @Test func growthIsProvedWithTheKeyOfTheLog() async throws {
        let bytes = try proofs.growth()
        let result = try await Program.run(["log", "verify", "--bundle", "-", "--key", proofs.key], input: bytes)
        #expect(result.status == 0)
        #expect(
            result.output.hasSuffix("proved: the log outguide.example/archive only grew, from 1 to 2 entries\n")
        )
    }

    @Test func withoutAKeyItSaysWhichOneSigned() async throws {
        let file = try scratch.write(try proofs.entry(), to: "proof.json")
        let people = try await verify(file)
        #expect(people.status == 1)
        #expect(people.output.contains("not proved: the key in the file is trusted on its own word only\n"))
        #expect(people.output.hasSuffix("\n  \(proofs.key)\n"))
        #expect(!people.output.contains("passed  trust"))
        let quiet = try await verify(file, "--quiet")
        #expect(quiet.status == 1)
        #expect(quiet.output == "dependsOnKey\n")
    }

    @Test func anotherKeyOrAnotherBodyIsRefused() async throws {
        let file = try scratch.write(try proofs.entry(), to: "proof.json")
        let other = try await verify(file, "--key", try SampleProofs().key)
        #expect(other.status == 1)
        #expect(other.output.contains("failed  trust"))
        #expect(other.output.hasSuffix("REFUSED: nothing in this file is to be believed\n"))
        #expect(!other.output.contains(#""registered""#))
        let forged = try scratch.write(try proofs.entry(kind: "disposed"), to: "forged.json")
        let altered = try await verify(forged, "--key", proofs.key)
        #expect(altered.status == 1)
        #expect(altered.output.contains("failed  inclusion"))
    }

    @Test func whatCannotBeReadEndsWith74() async throws {
        let missing = try await verify("/no/such/proof.json")
        #expect(missing.status == 74)
        for (name, text) in [("text", "hello"), ("other", #"{"format":"pdf","version":1}"#), ("empty", "")] {
            let result = try await verify(try scratch.write(Array(text.utf8), to: name))
            #expect(result.status == 74)
            #expect(result.output == "")
            #expect(result.errors.hasPrefix("outguide: \(scratch.path)/\(name): cannot read "))
        }
    }

    @Test func aKeyThatIsNoneIsWrongUsage() async throws {
        let file = try scratch.write(try proofs.entry(), to: "proof.json")
        #expect(try await verify(file, "--key", "key").status == 64)
    }
}

import LogProof
import Testing

@Suite struct SignedNoteTests {
    /// The example of Go's `sumdb/note`.
    private static let text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    private static let peterLine =
        "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    private static let enochLine =
        "\u{2014} EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
    private static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"

    private let peterKey: NoteVerifierKey
    private let enochKey: NoteVerifierKey

    init() throws {
        self.peterKey = try NoteVerifierKey(parsing: KeyTests.peter)
        self.enochKey = try NoteVerifierKey(parsing: Self.enoch)
    }

    private func note(_ text: String) throws(NoteError) -> SignedNote { try SignedNote(parsing: text.utf8) }

    @Test func theExampleOfGoIsReadAndVerified() throws {
        let note = try note(Self.text + "\n" + Self.peterLine + Self.enochLine)
        #expect(note.text == Self.text)
        #expect(note.signatures.map(\.keyName.text) == ["PeterNeumann", "EnochRoot"])
        #expect(note.serialized == Self.text + "\n" + Self.peterLine + Self.enochLine)
        #expect(try note.signers(among: [peterKey]) == [peterKey])
        #expect(try note.signers(among: [enochKey]) == [enochKey])
        #expect(try note.signers(among: [enochKey, peterKey]) == [peterKey, enochKey])
        #expect(throws: NoteError.unknownSigners) { try note.signers(among: []) }
    }

    @Test func theExampleOfGoIsSignedTheSame() throws {
        let signer = try NoteSigner(parsing: KeyTests.peterSecret)
        #expect(try SignedNote(text: Self.text, signers: [signer]).serialized == Self.text + "\n" + Self.peterLine)
    }

    @Test func aWrongSignatureOfAKnownKeyRefusesTheNote() throws {
        let altered = try note("If" + Self.text + "\n" + Self.peterLine + Self.enochLine)
        #expect(throws: NoteError.wrongSignature(peterKey.name, peterKey.id)) {
            try altered.signers(among: [peterKey])
        }
        // One right signature does not make up for a wrong one.
        let mixed = try note(Self.text + "\n" + Self.enochLine + Self.damaged(Self.peterLine))
        #expect(throws: NoteError.wrongSignature(peterKey.name, peterKey.id)) {
            try mixed.signers(among: [enochKey, peterKey])
        }
        #expect(try mixed.signers(among: [enochKey]) == [enochKey])
    }

    /// The line with one bit of the signature itself changed.
    private static func damaged(_ line: String) -> String { line.replacing("SffcvIAQ", with: "SffcvIAR") }

    @Test func unknownKeysArePassedOverEvenWithAKnownNameOrIdentity() throws {
        let misnamed = Self.peterLine.replacing("PeterNeumann", with: "CarmenSandiego")
        let otherID = Self.peterLine.replacing(" x08g", with: " y08g")
        let note = try note(Self.text + "\n" + misnamed + otherID + Self.enochLine)
        #expect(try note.signers(among: [peterKey, enochKey]) == [enochKey])
        #expect(throws: NoteError.unknownSigners) { try note.signers(among: [peterKey]) }
    }

    @Test func keysOfOtherTypesAndLengthsAreCarriedAlong() throws {
        // A cosignature of type 0x04 has eight bytes more; post-quantum ones have thousands.
        let long = "\u{2014} witness.example " + String(repeating: "abcd", count: 1_500) + "\n"
        let note = try note(Self.text + "\n" + long + Self.peterLine)
        #expect(try note.signers(among: [peterKey]) == [peterKey])
        #expect(note.serialized == Self.text + "\n" + long + Self.peterLine)
    }

    @Test func sixteenSignaturesAndMoreAreRead() throws {
        let signers = try (0..<SignedNote.mostSignatures).map { try SampleLog.signer("signer-\($0).example") }
        let signed = try SignedNote(text: Self.text, signers: signers)
        let read = try note(signed.serialized)
        #expect(try read.signers(among: signers.map(\.verifierKey)).count == SignedNote.mostSignatures)
        #expect(throws: NoteError.tooManySignatures) { try note(signed.serialized + Self.peterLine) }
        #expect(throws: NoteError.tooManySignatures) { try SignedNote(text: "a\n", signers: signers + signers) }
    }

    @Test func theTextMayHaveEmptyLines() throws {
        let signer = try SampleLog.signer()
        for text in ["\n", "\n\n", "a\n\nb\n", "a\n\n", "a\n\n\u{2014} x y\n", "e\u{301}\n\u{301}\n"] {
            let signed = try SignedNote(text: text, signers: [signer])
            let read = try note(signed.serialized)
            #expect(Array(read.text.utf8) == Array(text.utf8))
            #expect(try read.signers(among: [signer.verifierKey]) == [signer.verifierKey])
        }
    }

    @Test func malformedNotesAreRefused() throws {
        let line = Self.peterLine
        for bad in ["", "\n", "\n\n", "a", "a\n", "a\n\n", "a\n" + line, line, "\n" + line, "a\n\n" + line.dropLast()] {
            #expect(throws: NoteError.noSignatures, "\(bad)") { try note(bad) }
        }
        for bad in [
            "a\n\n\n", "a\n\n" + line + "\n", "a\n\n-" + line.dropFirst(), "a\n\n\u{2014}  x AAAAAAAA\n",
            "a\n\n\u{2014} x\n",
            "a\n\n\u{2014} x \n", "a\n\n\u{2014} x AAAA\n", "a\n\n\u{2014} x AAAAA===\n",
            "a\n\n\u{2014} a+b AAAAAAAA\n",
            "a\n\n\u{2014} x AAAAAAA=\u{200B}\n", "a\n\n\u{2014} x AAAAAAAA \n", "a\n\n\u{2014} \u{2003} AAAAAAAA\n",
        ] {
            #expect(throws: NoteError.self, "\(bad)") { try note(bad) }
        }
        for bad in ["a\r\n\n" + line, "a\t\n\n" + line, "\u{0}\n\n" + line, "a\n\n\u{2014} x\u{1} AAAAAAAA\n"] {
            #expect(throws: NoteError.notPlainText) { try note(bad) }
        }
        #expect(throws: NoteError.notPlainText) { try SignedNote(parsing: [0xFF] + Array(("\n\n" + line).utf8)) }
        #expect(throws: NoteError.notPlainText) {
            try SignedNote(parsing: Array("a\n\n".utf8) + [0xE2, 0x80] + Array(line.utf8))
        }
        let large = String(repeating: "a", count: SignedNote.largest) + "\n\n" + line
        #expect(throws: NoteError.tooLarge(large.utf8.count)) { try note(large) }
    }

    @Test func textsThatAreNoneAreNotSigned() throws {
        let signer = try SampleLog.signer()
        #expect(throws: NoteError.unfinishedText) { try SignedNote(text: "", signers: [signer]) }
        #expect(throws: NoteError.unfinishedText) { try SignedNote(text: "a", signers: [signer]) }
        #expect(throws: NoteError.notPlainText) { try SignedNote(text: "a\r\n", signers: [signer]) }
        #expect(throws: NoteError.noSignatures) { try SignedNote(text: "a\n", signers: []) }
    }
}

import Glibc
import ImageDecoding
import Testing

@Suite("Children that misbehave cost an error and nothing else")
struct MisbehavingChildTests {
    private static let image = [UInt8](repeating: 1, count: 4 << 20)

    private func failure(
        of script: String,
        timeLimit: Duration = .seconds(10)
    ) async throws -> ImageDecodingError? {
        let child = try FakeChild(script)
        let decoder = DecoderProcess(executable: child.path, timeLimit: timeLimit)
        do throws(ImageDecodingError) {
            _ = try await decoder.decode(Self.image)
            return nil
        } catch {
            return error
        }
    }

    @Test func crash() async throws {
        #expect(try await failure(of: "kill -SEGV $$") == .crashed(signal: SIGSEGV))
        #expect(try await failure(of: "kill -XCPU $$") == .timedOut)
        #expect(try await failure(of: "kill -KILL $$") == .brokenAnswer("it was killed before it answered"))
    }

    @Test("After a crash a second child tries without the second engine; when it fails too, the crash is told")
    func secondTry() async throws {
        let begun = #"{"version":5,"message":{"progress":{"_0":{"begun":{"page":1,"count":1}}}}}"#
        let done =
            #"{"version":5,"message":{"progress":{"_0":{"done":{"_0":{"number":1,"width":1,"height":1,"isBlank":false},"#
            + #""codes":[],"cost":{"loading":1,"decoding":2},"isWhole":true}}}}}"#
        let end = #"{"version":5,"message":{"end":{"isComplete":true}}}"#
        let child = try FakeChild(
            """
            echo x >> $here/starts
            echo '\(begun)'
            case "$1" in *'"carefulPage":1'*) ;; *'"usesSecondEngine":true'*) kill -ABRT $$;; esac
            echo '\(done)'
            echo '\(end)'
            """
        )
        let decoder = DecoderProcess(executable: child.path)
        #expect(try await decoder.decode(Self.image).width == 1)
        #expect(try child.note("starts") == "x\nx\n")
        let alone = DecodingOptions(usesSecondEngine: false)
        #expect(try await decoder.decode(Self.image, options: alone).width == 1)
        #expect(try child.note("starts") == "x\nx\nx\n")
    }

    @Test("A child that leaves without reading does not kill the parent with a broken pipe")
    func leaves() async throws {
        #expect(try await failure(of: "exit 3") == .brokenAnswer("it ended with exit code 3 and no answer"))
        #expect(
            try await failure(of: #"echo '{"version":5,"message":{"failed":{"_0":{"timedOut":{}}}}}'"#) == .timedOut
        )
    }

    @Test func nonsense() async throws {
        #expect(try await failure(of: "echo hello") == .brokenAnswer("it wrote 5 bytes that are no answer"))
        #expect(try await failure(of: #"echo '{"version":1}'"#) == .brokenAnswer("it speaks version 1"))
        #expect(
            try await failure(of: #"echo '{"version":5}'"#) == .brokenAnswer("it names neither codes nor an error")
        )
        #expect(try await failure(of: "exec yes") == .brokenAnswer("it wrote 1 bytes that are no answer"))
        #expect(try await failure(of: "printf x") == .brokenAnswer("it ended within a line"))
        let endless = "yes | tr -d '\\n'"
        #expect(try await failure(of: endless) == .brokenAnswer("it wrote more than 4194304 bytes"))
    }

    @Test func notThere() async throws {
        let decoder = DecoderProcess(executable: "/nonexistent/outguide-decoder")
        await #expect(throws: ImageDecodingError.cannotStart("/nonexistent/outguide-decoder does not run (errno 2)")) {
            try await decoder.decode(Self.image)
        }
    }

    @Test("A child that never answers is killed when its time is over")
    func silent() async throws {
        let child = try FakeChild("echo $$ > $here/pid; exec sleep 1000")
        let decoder = DecoderProcess(executable: child.path, timeLimit: .milliseconds(300))
        await #expect(throws: ImageDecodingError.timedOut) { try await decoder.decode(Self.image) }
        let pid = try #require(pid_t(child.note("pid").dropLast()))
        // Neither alive nor a zombie.
        #expect(kill(pid, 0) == -1)
        #expect(errno == ESRCH)
    }

    @Test("A child that hangs up and lives on is killed")
    func pretends() async throws {
        let child = try FakeChild("echo $$ > $here/pid; exec sleep 1000 <&- >&-")
        let decoder = DecoderProcess(executable: child.path)
        await #expect(throws: ImageDecodingError.brokenAnswer("it was killed before it answered")) {
            try await decoder.decode(Self.image)
        }
        let pid = try #require(pid_t(child.note("pid").dropLast()))
        #expect(kill(pid, 0) == -1)
    }

    @Test("Cancelling the task kills the child")
    func cancelled() async throws {
        let child = try FakeChild("echo $$ > $here/started; exec sleep 1000")
        try child.makeFifo("started")
        let decoder = DecoderProcess(executable: child.path, timeLimit: .seconds(600))
        let task = Task { try await decoder.decode(Self.image) }
        let pid = try #require(pid_t(await child.waitForLine(on: "started")))
        task.cancel()
        await #expect(throws: ImageDecodingError.cancelled) { try await task.value }
        #expect(kill(pid, 0) == -1)
    }

    @Test("No more images wait than may, and the others are told")
    func busy() async throws {
        let child = try FakeChild("exec 3<>$here/go; echo $$ > $here/started; read line <&3; exit 3")
        try child.makeFifo("started")
        try child.makeFifo("go")
        let decoder = DecoderProcess(executable: child.path, timeLimit: .seconds(600), concurrency: 1, waiting: 0)
        let first = Task { try await decoder.decode(Self.image) }
        _ = await child.waitForLine(on: "started")
        await #expect(throws: ImageDecodingError.busy(waiting: 0)) { try await decoder.decode(Self.image) }
        try child.write("\n", to: "go")
        await #expect(throws: ImageDecodingError.brokenAnswer("it ended with exit code 3 and no answer")) {
            try await first.value
        }
    }

    @Test("A child gets an empty environment, three files and no blocked signals")
    func surroundings() async throws {
        let script = """
            cat /proc/$$/environ > $here/environment
            ls /proc/self/fd > $here/files
            grep -E 'SigBlk|SigIgn' /proc/self/status > $here/signals
            """
        let child = try FakeChild(script)
        let decoder = DecoderProcess(executable: child.path)
        await #expect(throws: ImageDecodingError.self) { try await decoder.decode(Self.image) }
        #expect(try child.note("environment").isEmpty)
        // 3 is the directory that ls reads.
        let files = try child.note("files")
        #expect(files == "0\n1\n2\n3\n")
        let signals = try child.note("signals").split(separator: "\n")
        let masks = signals.compactMap { UInt64($0.suffix(16), radix: 16) }
        // Signals 32 and 33 belong to the C library.
        #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
    }
}

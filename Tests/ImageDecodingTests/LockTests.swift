import Foundation
import TestSupport
import Testing

@Suite("A locked child can compute and answer, and nothing else")
struct LockTests {
    private func answers(_ arguments: [String]) throws -> [String: String] {
        let probe = try BuiltProduct.path(of: "decoder-lock-probe")
        let output = String(decoding: try Tool.run(probe, arguments), as: UTF8.self)
        let results = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(results.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    private func expectLocked(_ answers: [String: String], allowsThreads: Bool = false) {
        let isRefused = ["socket", "internet", "fork", "exec", "kill", "executable", "unlink", "chdir", "ask"]
        for attempt in isRefused { #expect(answers[attempt] == "1", "\(attempt): EPERM") }
        for attempt in ["open", "create"] { #expect(answers[attempt] == "13", "\(attempt): EACCES") }
        #expect(answers["thread"] == (allowsThreads ? "0" : "1"))
        #expect(answers["memory"] == "0")
    }

    @Test(arguments: [false, true])
    func attempts(_ allowsThreads: Bool) throws {
        expectLocked(try answers(allowsThreads ? ["threads"] : []), allowsThreads: allowsThreads)
    }

    @Test("It opens the files that it kept, for reading, and no other")
    func kept() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try Data("Mill".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let answers = try answers(["keep", path])
        expectLocked(answers)
        for attempt in ["first", "second"] {
            #expect(answers[attempt] == "0")
            #expect(answers["\(attempt)-ask"] == "0")
            #expect(answers["\(attempt)-byte"] == "\(UInt8(ascii: "M"))")
        }
        #expect(answers["write"] == "13")
        #expect(answers["around"] == "13")
        #expect(answers["ask-kept"] == "1")
    }
}

import TestSupport
import Testing

@Suite("A locked child can compute and answer, and nothing else")
struct LockTests {
    @Test(arguments: [false, true])
    func attempts(_ allowsThreads: Bool) throws {
        let probe = try BuiltProduct.path(of: "decoder-lock-probe")
        let output = String(decoding: try Tool.run(probe, allowsThreads ? ["threads"] : []), as: UTF8.self)
        let results = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let answers = Dictionary(results.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        let isRefused = ["socket", "internet", "fork", "exec", "kill", "executable", "unlink", "chdir"]
        for attempt in isRefused { #expect(answers[attempt] == "1", "\(attempt): EPERM") }
        for attempt in ["open", "create"] { #expect(answers[attempt] == "13", "\(attempt): EACCES") }
        #expect(answers["thread"] == (allowsThreads ? "0" : "1"))
        #expect(answers["memory"] == "0")
    }
}

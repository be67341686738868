import Testing

@testable import CommandBasics

@Suite struct SocketPathTests {
    private let everything = [
        "OUTGUIDE_SOCKET": "/a.sock", "OUTGUIDE_STATE_DIR": "/state", "XDG_STATE_HOME": "/xdg", "HOME": "/home/k",
    ]

    private func path(
        option: String? = nil,
        without missing: Set<String> = [],
        there: Set<String> = []
    ) -> String {
        SocketPath.resolve(
            option: option,
            environment: { missing.contains($0) ? "" : everything[$0] },
            exists: there.contains
        )
    }

    @Test func takesTheFirstThatIsNamed() {
        #expect(path(option: "/o.sock") == "/o.sock")
        #expect(path() == "/a.sock")
        #expect(path(without: ["OUTGUIDE_SOCKET"]) == "/state/outguide.sock")
    }

    @Test func takesTheFirstThatIsThere() {
        let unnamed: Set = ["OUTGUIDE_SOCKET", "OUTGUIDE_STATE_DIR"]
        let own = "/home/k/.local/state/outguide/outguide.sock"
        #expect(path(without: unnamed, there: [SocketPath.installed, own]) == SocketPath.installed)
        #expect(path(without: unnamed, there: ["/xdg/outguide/outguide.sock"]) == "/xdg/outguide/outguide.sock")
        #expect(path(without: unnamed.union(["XDG_STATE_HOME"]), there: [own]) == own)
        #expect(path(without: unnamed) == SocketPath.installed)
        #expect(path(without: unnamed.union(["XDG_STATE_HOME", "HOME"])) == SocketPath.installed)
    }
}

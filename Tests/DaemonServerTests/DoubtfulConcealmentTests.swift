import HTTPTypes
import Localization
import Testing
import TransferLog
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// As long as it is not known what is kept from whom, nobody is answered from whom anything is kept.
@Suite struct DoubtfulConcealmentTests {
    @Test func onlyWhoSeesEverythingIsAnswered() async throws {
        try await ScratchDaemon.with { parts in
            let asking = Asking(parts)
            let paths = [
                API.Entities.items.list.outline.path, API.ChargeOuts.list.outline.path, API.Holds.list.outline.path,
            ]
            for role in [Role.reader, .clerk] {
                #expect(try await asking.ask(.get, paths[0], as: [role]).status == 200)
            }
            parts.log.close(for: .staleTables(Message("the table restriction is not what follows from the entries")))
            for path in paths {
                for role in [Role.reader, .clerk] {
                    let answer = try await asking.ask(.get, path, as: [role])
                    #expect(answer.status == 503 && answer.text.contains("outguide log rebuild"), "\(answer)")
                }
                #expect(try await asking.ask(.get, path, as: [.supervisor]).status == 200)
            }
            #expect(try await asking.ask(.get, API.Status.show.outline.path, as: [.reader]).status == 200)
        }
    }

    @Test func aDamagedLogIsStillAsked() async throws {
        try await ScratchDaemon.with { parts in
            parts.log.close(for: .damaged(Message("entry 1")))
            let answer = try await Asking(parts).ask(.get, API.Entities.items.list.outline.path, as: [.reader])
            #expect(answer.status == 200)
        }
    }
}

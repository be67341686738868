import Foundation
import LogProof
import Records
import Testing
import TransferLog

@testable import DaemonServer

/// The checkpoints outside the database, and what their keeper does when one is away.
@Suite struct CheckpointKeeperTests {
    private struct Bed {
        let log: TransferLog
        let state: StateDirectory
        /// In a directory that may be away.
        let copy: CheckpointFile
        let keeper: CheckpointKeeper

        var own: CheckpointFile { CheckpointFile(path: state.checkpoint) }

        func grow() async throws {
            let reading = LogEvent.backedUp(entries: 0, sha256: "")
            _ = try await log.write { try $0.append(.log(reading), by: Attribution(principal: .daemon)) }
        }

        /// What a daemon finds that starts now.
        func start() async throws {
            try await CheckpointKeeper(log: log, keys: SigningKeys(directory: state), files: [own, copy]).check()
        }
    }

    private func with(_ body: (Bed) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory + "/share", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let log = try TransferLog(path: directory + "/transfer.log.sqlite")
        let state = StateDirectory(within: directory)
        let copy = CheckpointFile(path: directory + "/share/checkpoint")
        let files = [CheckpointFile(path: state.checkpoint), copy]
        let keeper = CheckpointKeeper(log: log, keys: SigningKeys(directory: state), files: files)
        try await keeper.check()
        try await body(Bed(log: log, state: state, copy: copy, keeper: keeper))
        try log.close()
    }

    @Test func aNewLogIsSignedAtOnce() async throws {
        try await with { bed in
            #expect(try bed.own.read()?.checkpoint.head.size == 0)
            #expect(try bed.copy.read()?.checkpoint.head.size == 0)
            try await bed.grow()
            // Killed before it signed again.
            try await bed.start()
        }
    }

    /// Whoever cuts a log takes its checkpoint away, too.
    @Test func aLogWithoutACheckpointIsNotTrusted() async throws {
        try await with { bed in
            try await bed.grow()
            _ = try await bed.keeper.sign()
            try FileManager.default.removeItem(atPath: bed.own.path)
            // Elsewhere there is one.
            try await bed.start()
            try FileManager.default.removeItem(atPath: bed.copy.path)
            let missing = CheckpointKeeperError.missingCheckpoint(path: bed.own.path)
            await #expect(throws: missing) { try await bed.start() }
            await #expect(throws: missing) { try await bed.keeper.sign() }
            #expect(bed.keeper.trouble == missing)

            // Somebody answers for it, and the log says so.
            bed.log.degrade(missing.description)
            _ = try await bed.keeper.changeKey(reason: "lost", by: Attribution(principal: .daemon))
            #expect(bed.log.trouble == nil)
            #expect(bed.keeper.trouble == nil)
            #expect(try bed.own.read()?.checkpoint.head.size == 2)
            try await bed.start()
        }
    }

    @Test func aCopyThatIsAwayKeepsNobodyFromSigning() async throws {
        try await with { bed in
            let share = URL(filePath: bed.copy.path).deletingLastPathComponent()
            try FileManager.default.removeItem(at: share)
            // Not a directory: neither to be read nor to be written.
            try Data().write(to: share)
            try await bed.grow()
            let signed = try await bed.keeper.sign()
            #expect(signed.checkpoint.head.size == 1)
            #expect(bed.keeper.trouble?.description.contains(bed.copy.path) == true)
            try await bed.start()

            // It comes back, and gets what it missed although the log did not grow.
            try FileManager.default.removeItem(at: share)
            try FileManager.default.createDirectory(at: share, withIntermediateDirectories: false)
            _ = try await bed.keeper.sign()
            #expect(try bed.copy.read()?.serialized == signed.serialized)
            #expect(bed.keeper.trouble == nil)
        }
    }

    /// The file is named, and what to do about it.
    @Test(arguments: ["nonsense", "altered"])
    func aSpoiledCheckpointIsNamed(how: String) async throws {
        try await with { bed in
            try await bed.grow()
            let signed = try await bed.keeper.sign().serialized
            let text = how == "altered" ? signed.replacing("\n1\n", with: "\n2\n") : how
            try Data(text.utf8).write(to: URL(filePath: bed.own.path))
            let error = await #expect(throws: CheckpointKeeperError.self) { try await bed.start() }
            #expect(error?.description.contains(bed.own.path) == true)
            #expect(error?.description.contains("put the right checkpoint back") == true)
        }
    }
}

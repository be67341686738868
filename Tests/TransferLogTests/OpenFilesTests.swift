import Foundation
import Testing
import Vocabulary

@testable import TransferLog

/// Nothing is acknowledged that went into a file which nobody will find.
@Suite struct OpenFilesTests {
    @Test(arguments: [
        "replaced", "removed", "renamed", "directory renamed", "directory removed", "write-ahead log removed",
    ])
    func filesThatAreGoneCloseTheLog(how: String) async throws {
        try await ScratchLog.inDirectory { root in
            let manager = FileManager.default
            let directory = root + "/state"
            try manager.createDirectory(atPath: directory, withIntermediateDirectories: false)
            let path = directory + "/log.sqlite"
            let scratch = ScratchLog(log: try TransferLog(path: path, clock: .ticking()), path: path)
            let box = try await scratch.register(.container, 1)
            try scratch.log.checkFiles()
            switch how {
            case "replaced":
                try manager.copyItem(atPath: path, toPath: path + ".old")
                try manager.removeItem(atPath: path)
                try manager.moveItem(atPath: path + ".old", toPath: path)
            case "removed": try manager.removeItem(atPath: path)
            case "renamed": try manager.moveItem(atPath: path, toPath: path + ".moved")
            case "directory renamed":
                try manager.moveItem(atPath: directory, toPath: root + "/other")
                // Somebody begins anew under the old name.
                try manager.createDirectory(atPath: directory, withIntermediateDirectories: false)
                try Data().write(to: URL(filePath: path))
            case "directory removed": try manager.removeItem(atPath: directory)
            default: try manager.removeItem(atPath: path + "-wal")
            }
            let gone = how == "write-ahead log removed" ? path + "-wal" : path
            await #expect(throws: TransferLogError.moved(path: gone)) {
                try await scratch.move(box, to: .unknown)
            }
            #expect(scratch.log.trouble == .moved(path: gone))
            #expect(scratch.log.trouble?.mayPass == false)
            try? scratch.log.close()
        }
    }

    /// A log that nobody writes to is looked at, too.
    @Test func anIdleLogIsLookedAt() async throws {
        try await ScratchLog.with { scratch in
            try scratch.log.checkFiles()
            try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + ".moved")
            #expect(throws: TransferLogError.moved(path: scratch.path)) { try scratch.log.checkFiles() }
            #expect(scratch.log.trouble == .moved(path: scratch.path))
            try FileManager.default.moveItem(atPath: scratch.path + ".moved", toPath: scratch.path)
        }
    }
}

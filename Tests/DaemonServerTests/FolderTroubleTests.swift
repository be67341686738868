import Foundation
import HTTPTypes
import Settings
import Testing
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// Drop folders as they are served.
@Suite struct FolderTroubleTests {
    @Test func namesAreForThoseWhoMaySeeThem() async throws {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path + "/Smith", withIntermediateDirectories: true)
        var configuration = Configuration.standard
        configuration.dropFolders = [DropFolderConfiguration(path: path, device: "copier")]
        try await ScratchDaemon.with(configuration: configuration) { parts in
            let reader = try await Asking(parts).ask(.get, "/v1/status", as: [.reader])
            #expect(reader.text.contains("1 subfolder is not looked into"))
            #expect(!reader.text.contains("Smith"))
            let clerk = try await Asking(parts).ask(.get, "/v1/status", as: [.clerk])
            #expect(clerk.text.contains("Smith (0 files)"))
            let metrics = try await Asking(parts).ask(.get, "/v1/metrics", as: [.reader])
            #expect(metrics.text.contains("outguide_drop_folders_impaired 1\n"))
            #expect(metrics.text.contains("outguide_drop_folder_troubles{kind=\"subfolders\"} 1\n"))
            #expect(!metrics.text.contains("Smith"))
            let doctor = try await Asking(parts).ask(.get, "/v1/diagnosis", as: [.clerk])
            #expect(doctor.text.contains("1 subfolder is not looked into"))
        }
    }

    @Test func aDroppedFileMayBeAsLargeAsAnyDocument() {
        #expect(DropFolderConfiguration.largestOfAll << 20 == API.longestDocument)
    }
}

import ArgumentParser
import DaemonServices
import Glibc
import ImageDecoding
import Intake
import Labels
import Localization
import Settings
import Wire

/// Validates the configuration and exits.
struct CheckConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Check the configuration file.",
        discussion: """
            Ends with 78 and the line when the file cannot be used. What it names and is not there is told on standard \
            error; the daemon starts all the same then, and “outguide doctor” tells it again.
            """
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        let configuration = try options.load()
        let checks: [any Check] = [
            RoleGroupsCheck(roles: RoleBook(configuration.roles)),
            TemplateCheck(
                library: LabelTemplateLibrary(directories: configuration.labelDirectories),
                usual: configuration.labelTemplate
            ),
            DropFolderCheck(folders: DropFolders(configuration.dropFolders)),
            TextLanguageCheck(languages: configuration.textLanguages, book: TextLanguages()),
            CheckpointCopiesCheck(copies: configuration.checkpointCopies),
        ]
        for check in checks {
            for finding in await check.findings() where finding.state != .ok {
                let remedy = finding.remedy.map { " (\($0.english))" } ?? ""
                Self.tell("\(finding.check): \(finding.message.english)" + remedy)
            }
        }
    }

    private static func tell(_ line: String) {
        _ = "outguided: \(line)\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}

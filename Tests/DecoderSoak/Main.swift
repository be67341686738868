import Foundation
import ImageDecoding

/// Decodes every file of a directory in child processes, again and again up to a number of files, and says what that
/// left behind: the open files, threads and children of this process and how the files ended.
///
/// Arguments: the path of `outguide-decoder`, the directory, the number of files.
@main
enum Main {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[3]) else { exit(64) }
        let names = try FileManager.default.contentsOfDirectory(atPath: arguments[2]).sorted()
        let limits = ImageLimits(pixels: 20_000_000, pages: 20, memoryBytes: 512 << 20, processorSeconds: 2)
        let decoder = DecoderProcess(
            executable: arguments[1],
            limits: limits,
            timeLimit: .seconds(20),
            waiting: count,
            waitingEach: count
        )
        let files = try names.map { [UInt8](try Data(contentsOf: URL(filePath: arguments[2] + "/" + $0))) }
        // The first use opens what stays open.
        _ = try? await decoder.decode(files[0])
        let before = openFiles()
        var ends: [String: Int] = [:]
        await withTaskGroup(of: String.self) { group in
            for index in 0..<count {
                group.addTask {
                    let file = files[index % files.count]
                    do throws(ImageDecodingError) {
                        _ = try await decoder.decode(file)
                        return "read"
                    } catch {
                        return String("\(Mirror(reflecting: error).children.first?.label ?? error.caseName)")
                    }
                }
            }
            for await end in group { ends[end, default: 0] += 1 }
        }
        print("files", before, openFiles())
        var status: Int32 = 0
        print("children", waitpid(-1, &status, WNOHANG) == -1 && errno == ECHILD ? 0 : 1)
        for (end, count) in ends.sorted(by: { $0.key < $1.key }) { print(end, count) }
    }

    private static func openFiles() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
    }
}

extension ImageDecodingError {
    /// The name of a case without a value.
    fileprivate var caseName: String {
        switch self {
        case .empty: "empty"
        case .timedOut: "timedOut"
        case .memoryLimit: "memoryLimit"
        case .cancelled: "cancelled"
        default: "other"
        }
    }
}

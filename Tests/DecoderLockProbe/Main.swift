import CChildProcess
import Glibc

/// Locks itself in as the image decoder does, tries what it should no longer be able to do, and says how that went.
///
/// One line an attempt: its name and the errno, 0 for success. With an argument it may start threads.
@main
enum Main {
    static func main() {
        guard child_process_lock(CommandLine.arguments.count > 1) == 0 else { exit(70) }
        report("open", open("/etc/hostname", O_RDONLY))
        report("create", open("/tmp/outguide-lock-probe", O_CREAT | O_WRONLY, 0o600))
        report("socket", socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        report("internet", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        report("fork", fork())
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { @Sendable _ in nil }, nil)
        if code == 0 { pthread_join(thread, nil) }
        tell("thread", code)
        report("exec", execv("/bin/true", [nil]))
        report("kill", kill(getppid(), 0))
        let page = mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        tell("executable", page == MAP_FAILED ? errno : 0)
        report("unlink", unlink("/etc/hostname"))
        report("chdir", chdir("/"))
        // And what it must still be able to do.
        let memory = mmap(nil, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        tell("memory", memory == MAP_FAILED ? errno : 0)
        exit(0)
    }

    private static func report(_ name: String, _ result: Int32) { tell(name, result < 0 ? errno : 0) }

    private static func tell(_ name: String, _ code: Int32) {
        let line = Array("\(name) \(code)\n".utf8)
        _ = write(STDOUT_FILENO, line, line.count)
    }
}

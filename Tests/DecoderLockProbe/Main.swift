import CChildProcess
import Glibc

/// Locks itself in as the image decoder does, tries what it should no longer be able to do, and says how that went.
///
/// One line an attempt: its name and the errno, 0 for success. With the argument `threads` it may start threads, with
/// `keep` and the paths of files after it, it may open those.
@main
enum Main {
    static func main() {
        let kept = CommandLine.arguments.contains("keep") ? Array(CommandLine.arguments.dropFirst(2)) : []
        for path in kept where !child_process_keep(path) { exit(71) }
        guard child_process_lock(CommandLine.arguments.contains("threads")) == 0 else { exit(70) }
        report("open", open("/etc/hostname", O_RDONLY))
        report("create", open("/tmp/outguide-lock-probe", O_CREAT | O_WRONLY, 0o600))
        report("socket", socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        report("internet", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        report("fork", fork())
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { @Sendable _ in nil }, nil)
        if code == 0 { pthread_join(thread, nil) }
        write("thread", code)
        report("exec", execv("/bin/true", [nil]))
        report("kill", kill(getppid(), 0))
        let page = mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        write("executable", page == MAP_FAILED ? errno : 0)
        report("unlink", unlink("/etc/hostname"))
        report("chdir", chdir("/"))
        var status = stat()
        report("ask", stat("/etc/hostname", &status))
        // And what it must still be able to do.
        let memory = mmap(nil, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        write("memory", memory == MAP_FAILED ? errno : 0)
        for path in kept { tryKept(path) }
        exit(0)
    }

    /// A file that is kept is read from its start, as often as somebody opens it, and in no other way.
    private static func tryKept(_ path: String) {
        for attempt in ["first", "second"] {
            let descriptor = open(path, O_RDONLY)
            report(attempt, descriptor)
            var status = stat()
            report("\(attempt)-ask", fstat(descriptor, &status))
            var byte: UInt8 = 0
            write("\(attempt)-byte", read(descriptor, &byte, 1) == 1 ? Int32(byte) : -1)
            close(descriptor)
        }
        report("write", open(path, O_RDWR))
        report("around", open(path + "/../hostname", O_RDONLY))
        var status = stat()
        report("ask-kept", stat(path, &status))
    }

    private static func report(_ name: String, _ result: Int32) { write(name, result < 0 ? errno : 0) }

    private static func write(_ name: String, _ code: Int32) {
        let line = Array("\(name) \(code)\n".utf8)
        _ = Glibc.write(STDOUT_FILENO, line, line.count)
    }
}

import Glibc
import Scanning

/// Reads the scanners that are named and prints each event as a line, until its standard input ends.
///
/// Arguments, all optional: `--capacity N`, and for each setting `--setting VENDOR PRODUCT LAYOUT VARIANT STATION`,
/// where `-` stands for none. With `--hold` no event is taken before a line comes in.
@main
enum ScannerProbe {
    static func main() async throws {
        let options = try ProbeOptions(CommandLine.arguments.dropFirst())
        let reader = ScannerReader(settings: options.settings, capacity: options.capacity)
        try reader.start()
        say("started")
        if options.isHeld { _ = readLine() }
        let ending = Task.detached {
            // A process of its own for the test: that this blocks a thread of the pool does no harm.
            while readLine() != nil {}
            reader.stop()
        }
        for await event in reader.events { say(ProbeLine.text(event)) }
        await ending.value
        say("stopped")
    }

    private static func say(_ line: String) {
        var bytes = Array((line + "\n").utf8)
        write(STDOUT_FILENO, &bytes, bytes.count)
    }
}

import DaemonServer

@main
struct Main {
    static func main() async { await Outguided.launch() }
}

import Commands

/// The command line of Outguide.
@main
enum Main {
    static func main() async { await Outguide.start() }
}

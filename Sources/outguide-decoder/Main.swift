import Glibc
import ImageEngine

/// Decodes the one image on standard input and answers in JSON; started by the daemon for each image.
@main
enum Main {
    static func main() { exit(DecoderChild.run(arguments: CommandLine.arguments)) }
}

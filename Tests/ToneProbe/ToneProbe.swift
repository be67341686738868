import Foundation
import Tones

/// Plays the named tones on a device: `tone-probe DEVICE TONE…`.
///
/// It says what goes wrong, and ends with 1 then.
/// ALSA takes its configuration from the environment of the process, so tests play in a process of its own.
@main
enum ToneProbe {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let tones = arguments.dropFirst().compactMap { word in Tone.allCases.first { "\($0)" == word } }
        guard let device = arguments.first, tones.count == arguments.count - 1 else { exit(64) }
        let player = TonePlayer(device: device) { trouble in
            guard let trouble else { return }
            FileHandle.standardError.write(Data("\(trouble)\n".utf8))
            exit(1)
        }
        for tone in tones {
            player.play(tone)
            player.finish()
        }
    }
}

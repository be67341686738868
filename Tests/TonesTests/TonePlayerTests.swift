import TestSupport
import Testing

@testable import Tones

/// Tones through the real ALSA, whose configuration leads them into a file.
@Suite struct TonePlayerTests {
    @Test(arguments: Tone.allCases) func isHeardAsItIsMeant(tone: Tone) async throws {
        try await SoundBed.with { bed in
            let run = try await play(["\(tone)"], on: SoundBed.device, bed)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try bed.played() == tone.samples(perSecond: SoundDevice.rate))
        }
    }

    @Test func playsAgainAfterItHasPlayed() async throws {
        try await SoundBed.with { bed in
            let run = try await play(["refused", "attention", "accepted"], on: SoundBed.device, bed)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try bed.played() == Tone.accepted.samples(perSecond: SoundDevice.rate))
        }
    }

    @Test func noDeviceIsToldInOneLine() async throws {
        try await SoundBed.with { bed in
            let run = try await play(["accepted"], on: "nobody", bed)
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("cannot play tones on nobody: "))
            #expect(run.errors.contains("aplay -L"))
            // ALSA itself keeps silent: it would write over a screen.
            #expect(run.errors.split(separator: "\n").count == 1)
        }
    }

    private func play(_ tones: [String], on device: String, _ bed: SoundBed) async throws -> ChildRun {
        try await ChildRun.of(try BuiltProduct.path(of: "tone-probe"), [device] + tones, environment: bed.environment)
    }
}

/// How high a note is.
enum Pitch {
    /// The frequency by which the sound crosses zero upwards; overtones that are weaker than the note do not matter.
    static func hertz(of samples: some Sequence<Int16>, perSecond rate: Int) -> Double {
        var crossings: [Int] = []
        var wasBelow = false
        for (index, sample) in samples.enumerated() where sample != 0 {
            if wasBelow, sample > 0 { crossings.append(index) }
            wasBelow = sample < 0
        }
        guard let first = crossings.first, let last = crossings.last, last > first else { return 0 }
        return Double(crossings.count - 1) * Double(rate) / Double(last - first)
    }
}

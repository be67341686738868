internal import ImageDecoding

/// One look at a page: a rendering, and who reads it for what.
struct LadderStep: Sendable, Equatable {
    enum Reader: Sendable {
        case libzbar
        /// Only where a large page looks like bars.
        case libzbarOnStripes
        case zxingMatrix
        case zxingLinear
        /// Both, on each strip of parallel bars.
        case strips
        /// ZXing, on what grids laid over QR codes show.
        case grids
    }

    let rendering: ImageRendering
    let readers: [Reader]
}

extension LadderStep {
    /// Only the picture as it is.
    static let plain = [LadderStep(rendering: .original, readers: [.libzbar])]

    /// What finds the most in the least time comes first.
    static let fast = [
        LadderStep(rendering: .original, readers: [.libzbarOnStripes]),
        LadderStep(rendering: .reduced, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
        LadderStep(rendering: .original, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
        LadderStep(rendering: .thickened, readers: [.libzbar, .zxingLinear]),
        LadderStep(rendering: .straightened, readers: [.strips]),
        LadderStep(rendering: .threshold, readers: [.libzbar, .zxingMatrix]),
        LadderStep(rendering: .inverted, readers: [.zxingMatrix, .zxingLinear]),
        LadderStep(rendering: .enlarged, readers: [.zxingLinear, .zxingMatrix]),
        LadderStep(rendering: .gridded, readers: [.grids]),
        LadderStep(rendering: .third, readers: [.zxingMatrix]),
    ]

    /// What is left to do when every linear code of a page is known.
    static func lastLook(isReduced: Bool, usesSecondEngine: Bool) -> LadderStep {
        LadderStep(
            rendering: isReduced ? .reduced : .original,
            readers: usesSecondEngine ? [.zxingMatrix] : [.libzbar]
        )
    }

    /// The fast ones and those that seldom add a code.
    static let thorough =
        fast + [
            LadderStep(rendering: .enlarged, readers: [.libzbar]),
            LadderStep(rendering: .inverted, readers: [.libzbar]),
            LadderStep(rendering: .small, readers: [.libzbar, .zxingMatrix]),
            LadderStep(rendering: .stretched, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
            LadderStep(rendering: .columnMean, readers: [.libzbar, .zxingLinear]),
            LadderStep(rendering: .fineThreshold, readers: [.libzbar, .zxingMatrix, .zxingLinear]),
        ]

    static func ladder(for mode: DecodingMode) -> [LadderStep] {
        switch mode {
        case .plain: plain
        case .fast, .paper: fast
        case .thorough: thorough
        }
    }
}

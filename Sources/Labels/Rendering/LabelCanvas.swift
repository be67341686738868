/// The surface on which labels are drawn: a page of a PDF or of dots.
///
/// All coordinates are dots of the page.
protocol LabelCanvas {
    /// Whether symbols are verified while they are drawn, because the finished page has no dots to examine.
    var needsReadingNow: Bool { get }
    /// Whether colours are kept or become patterns of dots.
    var hasColours: Bool { get }
    /// Fills black bars whose edges are exactly on dot boundaries.
    func fill(bars: [DotBox])
    func fill(_ box: DotBox, _ colour: LabelColour)
    func fill(corners: [(x: Double, y: Double)], _ colour: LabelColour)
    func draw(_ picture: GreyPicture, in box: DotBox) throws(LabelError)
    /// Draws the text that `texts` laid out last.
    func draw(_ text: FittedText, of texts: TextSetter, _ colour: LabelColour) throws(LabelError)
}

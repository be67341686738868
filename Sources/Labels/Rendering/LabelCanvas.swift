/// What labels are drawn on, a page of a PDF or of dots.
///
/// All measures are dots of the page.
protocol LabelCanvas {
    /// Whether symbols are read back as they are drawn, as the finished page has no dots that could be looked at.
    var needsReadingNow: Bool { get }
    /// Whether colours stay colours, or become patterns of dots.
    var hasColours: Bool { get }
    /// Black bars whose edges are exactly those of the dots.
    func fill(bars: [DotBox])
    func fill(_ box: DotBox, _ colour: LabelColour)
    func fill(corners: [(x: Double, y: Double)], _ colour: LabelColour)
    func draw(_ picture: GreyPicture, in box: DotBox) throws(LabelError)
    /// Draws the text that `texts` laid out last.
    func draw(_ text: FittedText, of texts: TextSetter, _ colour: LabelColour) throws(LabelError)
}

extension PrintResolution {
    /// The resolutions of common label and office printers, from coarsest to finest.
    static let usual = [.common] + [300, 600, 1_200].compactMap { PrintResolution(across: $0, along: $0) }
}

extension LabelTemplate {
    /// The common resolutions at which every symbol fits, wherever it is on its page.
    ///
    /// Bars are whole dots, so a symbol may be wider on one printer than on another, whichever is finer.
    public var resolutions: [PrintResolution] {
        let page = [LabelPoint(x: 0, y: 0)]
        let corners = sheet.map { sheet in (0..<sheet.cells).map(sheet.corner) } ?? page
        return PrintResolution.usual.filter { resolution in
            elements.allSatisfy { $0.fits(resolution, in: corners) }
                && pageElements.allSatisfy { $0.fits(resolution, in: page) }
        }
    }
}

extension LabelElement {
    fileprivate func fits(_ resolution: PrintResolution, in corners: [LabelPoint]) -> Bool {
        if case .barcode(let symbol) = self { symbol.fits(resolution, in: corners) } else { true }
    }
}

extension LabelSymbol {
    /// Whether the widest symbol for the content fits the box at each of the `corners` of labels.
    func fits(_ resolution: PrintResolution, in corners: [LabelPoint]) -> Bool {
        guard let rule = Self.rule(for: symbology, saying: content) else { return false }
        var grid = DotGrid(LabelTarget(resolution: resolution))
        let fewest = grid.dotsPerModule(atLeast: moduleWidth, along: turn.isSideways)
        let across = (rule.modules + 2 * quietZone) * fewest
        return corners.allSatisfy { corner in
            grid.origin = corner
            let size = grid.inside(box).size(turned: turn)
            return across <= size.width && (rule.leastHeight != nil || across <= size.height)
        }
    }
}

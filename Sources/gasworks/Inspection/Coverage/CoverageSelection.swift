import ArgumentParser
import GasService

/// Which list behind the figures is wanted: that of one figure, or all that the year is about.
enum CoverageSelection: ExpressibleByArgument {
    case all
    case figure(CoverageFigure)

    init?(argument: String) {
        if argument == "all" {
            self = .all
        } else if let figure = CoverageFigure(rawValue: argument.replacing("-", with: "_")) {
            self = .figure(figure)
        } else {
            return nil
        }
    }

    /// The figure; nil for all.
    var figure: CoverageFigure? {
        if case .figure(let figure) = self { figure } else { nil }
    }

    static var allValueStrings: [String] { ["all"] + CoverageFigure.allCases.map(\.rawValue) }
}

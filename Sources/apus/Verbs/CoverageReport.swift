import ApusCore
import ApusOpenAPI
import ApusSource

/// What becomes of all that a document says: counted, and with the places.
struct CoverageReport {
  /// How a report is written.
  enum Format: String, Choosable {
    case text, json
  }

  /// One keyword or field of one sort of object.
  private struct Line {
    var object: String
    var name: String
    var treatment: Treatment
    var spans: [SourceSpan]
  }

  private let lines: [Line]
  private let counts: [Treatment: Int]
  private let extensionCount: Int
  private let total: Int

  /// The most places of one keyword that a text gives.
  private static let mostPlaces = 20

  init(of uses: [FieldUse]) {
    var lines: [Line] = []
    var positions: [[String]: Int] = [:]
    var counts: [Treatment: Int] = [:]
    for use in uses where !use.isExtension {
      counts[use.treatment, default: 0] += 1
      let key = [use.object, use.name, use.treatment.rawValue]
      if let position = positions[key] {
        lines[position].spans.append(use.span)
      } else {
        positions[key] = lines.count
        lines.append(
          Line(object: use.object, name: use.name, treatment: use.treatment, spans: [use.span]))
      }
    }
    self.lines = lines.sorted { ($0.object, $0.name) < ($1.object, $1.name) }
    self.counts = counts
    extensionCount = uses.count(where: \.isExtension)
    total = counts.values.reduce(0, +)
  }

  /// Which part of the uses something becomes of, in tenths of a percent, rounded down; all of none.
  var perMille: Int {
    total == 0 ? 1000 : (total - (counts[.ignored] ?? 0)) * 1000 / total
  }

  private var percentage: String { "\(perMille / 10).\(perMille % 10)" }

  func text(as format: Format) -> String {
    switch format {
    case .text: text
    case .json: json
    }
  }

  /// A line for each keyword; of what is ignored, for each place.
  private var text: String {
    var text = ""
    for treatment in Treatment.allCases {
      for line in lines where line.treatment == treatment {
        let name = HarmlessText.line("'\(line.name)' of \(line.object)".unicodeScalars)
        guard treatment == .ignored else {
          let times = line.spans.count == 1 ? "" : ", \(line.spans.count) times"
          let place = line.spans.first.map { "\(Self.place($0)): " } ?? ""
          text += "\(place)\(treatment): \(name)\(times)\n"
          continue
        }
        for span in line.spans.prefix(Self.mostPlaces) {
          text += "\(Self.place(span)): ignored: \(name)\n"
        }
        let rest = line.spans.count - Self.mostPlaces
        if rest > 0 { text += "  ignored: \(name), \(rest) times more\n" }
      }
    }
    let parts = Treatment.allCases.compactMap { treatment in
      counts[treatment].map { "\($0) \(treatment)" }
    }
    let extensions =
      extensionCount == 0
      ? ""
      : "; \(extensionCount) \(extensionCount == 1 ? "extension is" : "extensions are") not counted"
    return text
      + "\(percentage) % of \(total) keywords: \(parts.joined(separator: ", "))\(extensions)\n"
  }

  /// One object: `percentage`, `counts` by treatment, `extensions`, and `keywords`, each with its
  /// `object`, `name`, `treatment` and `places` (`file`, `line` and `column`, both counted from 1).
  private var json: String {
    let numbers = Treatment.allCases.map { "\"\($0)\": \(counts[$0] ?? 0)" }
    let objects = lines.map { line in
      let places = line.spans.map { span in
        let start = span.start
        return "{\"file\": \(HarmlessText.json(span.file.name)), \"line\": \(start.line), "
          + "\"column\": \(start.column)}"
      }
      return "    {\"object\": \(HarmlessText.json(line.object)), "
        + "\"name\": \(HarmlessText.json(line.name)), \"treatment\": \"\(line.treatment)\", "
        + "\"places\": [\(places.joined(separator: ", "))]}"
    }
    return """
      {
        "percentage": \(percentage),
        "counts": {\(numbers.joined(separator: ", "))},
        "extensions": \(extensionCount),
        "keywords": [\(objects.isEmpty ? "" : "\n\(objects.joined(separator: ",\n"))\n  ")]
      }

      """
  }

  private static func place(_ span: SourceSpan) -> String {
    "\(HarmlessText.line(span.file.name.unicodeScalars)):\(span.start)"
  }
}

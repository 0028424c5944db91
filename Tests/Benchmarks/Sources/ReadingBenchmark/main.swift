import ApusSource
import Foundation

/// The most memory that the process has had, in bytes.
func peakMemory() -> Int {
  var usage = rusage()
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) * 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Int(usage.ru_maxrss)
  #endif
}

/// A document of so many schemas, to see whether time grows as the text does.
func document(schemas count: Int, isJSON: Bool) -> SourceFile {
  let schemas = (0..<count).map { index in
    isJSON
      ? """
      "Schema\(index)": {"type": "object", "description": "One of \\"many\\".", "properties": \
      {"id": {"type": "string", "format": "uuid"}, "tags": {"type": "array", "maxItems": \(index)}}}
      """
      : """
          Schema\(index):
            type: object
            description: >-
              One of
              many.
            properties:
              id: {type: string, format: uuid}
              "tags":
                type: array
                maxItems: \(index)

      """
  }
  let text =
    isJSON
    ? "{\"openapi\": \"3.1.0\", \"components\": {\"schemas\": {\(schemas.joined(separator: ","))}}}"
    : "openapi: 3.1.0\ncomponents:\n  schemas:\n" + schemas.joined()
  let name = "\(count) schemas.\(isJSON ? "json" : "yaml")"
  return SourceFile(name: name, bytes: Array(text.utf8))
}

let paths = CommandLine.arguments.dropFirst()
print(Measurement.heading)
for path in paths {
  guard let content = FileManager.default.contents(atPath: path) else {
    print("can't read \(path)")
    continue
  }
  let before = peakMemory()
  let measurement = Measurement(SourceFile(name: path, bytes: Array(content)))
  print(measurement.line)
  // The peak is the process's: it tells something of the largest document up to here alone.
  let growth = Double(peakMemory() - before) / Double(max(content.count, 1))
  print(String(format: "%59s", "") + String(format: "memory grew by %.1f times the text", growth))
}
for isJSON in [false, true] {
  for count in [10_000, 20_000, 40_000] {
    print(Measurement(document(schemas: count, isJSON: isJSON), rounds: 3).line)
  }
}

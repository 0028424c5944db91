import ApusRuntime
import Foundation

/// The tests that are known to fail, with a reason each.
struct SkipList {
  private struct Entry: CustomStringConvertible {
    var file: String
    var group: String
    /// The test; nil for all of the group.
    var test: String?
    var isOfType: Bool
    var reason: String
    var isNeeded = false

    var description: String {
      [file, group, test].compactMap(\.self).joined(separator: ": ")
        + (isOfType ? ": the type" : "")
    }

    func includes(_ place: TestPlace) -> Bool {
      file == place.file && group == place.group && (test ?? place.test) == place.test
        && isOfType == place.isOfType
    }
  }

  private var entries: [Entry]

  /// Reads a list: an array of objects of `file`, `group`, `test` (all of the group's where it is
  /// left out), `type` (true if it is the type that fails, and not the validator) and `reason`.
  init(_ path: String) throws {
    let list = try JSON(json: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    entries = (list.array ?? []).map { entry in
      Entry(
        file: entry["file"]?.string ?? "", group: entry["group"]?.string ?? "",
        test: entry["test"]?.string, isOfType: entry["type"]?.boolean ?? false,
        reason: entry["reason"]?.string ?? "")
    }
  }

  /// Why a test that fails is skipped; nil if it is not.
  mutating func reason(for place: TestPlace) -> String? {
    guard let index = entries.firstIndex(where: { $0.includes(place) }) else { return nil }
    entries[index].isNeeded = true
    return entries[index].reason
  }

  /// What is skipped although it would not fail. Files that are not there are no test of it.
  func unneeded(having files: [SuiteFile]) -> [String] {
    let paths = Set(files.map(\.path))
    return entries.filter { !$0.isNeeded && paths.contains($0.file) }.map(\.description)
  }
}

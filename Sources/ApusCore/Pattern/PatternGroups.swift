/// The capturing groups of a pattern, found before anything else is read: a reference may stand
/// before its group.
struct PatternGroups {
  /// How many there are.
  private(set) var count = 0
  /// The numbers, from 1, of those with a name.
  private(set) var numbers: [String: Int] = [:]

  init() {}

  init(of text: [Unicode.Scalar]) throws(PatternError) {
    var isInClass = false
    var index = 0
    while index < text.count {
      switch text[index] {
      case "\\": index += 1
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass: try open(text, at: index)
      default: break
      }
      index += 1
    }
  }

  private mutating func open(_ text: [Unicode.Scalar], at index: Int) throws(PatternError) {
    let rest = text[(index + 1)...]
    guard rest.first == "?" else {
      count += 1
      return
    }
    let behind = rest.dropFirst(2)
    guard rest.dropFirst().first == "<", behind.first != "=", behind.first != "!" else { return }
    count += 1
    guard let end = behind.firstIndex(of: ">"), Self.isName(behind[..<end]) else {
      throw PatternError(at: index, "the group's name is no identifier in angle brackets")
    }
    let name = Self.name(behind[..<end])
    guard numbers.updateValue(count, forKey: name) == nil else {
      throw PatternError(at: index, "another group has the name '\(name)'")
    }
  }

  static func name(_ text: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(text))
  }

  private static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first else { return false }
    guard first.properties.isIDStart || first == "$" || first == "_" else { return false }
    return text.allSatisfy { $0.properties.isIDContinue || $0 == "$" }
  }
}

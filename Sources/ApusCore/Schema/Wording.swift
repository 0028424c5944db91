// How messages put values into words.

extension Collection where Element: CustomStringConvertible {
  /// The elements as a list in words: "a, b or c". A long list is cut, with the number of those
  /// left out.
  func listed(with conjunction: String) -> String {
    let limit = 12
    var words = prefix(limit).map(\.description)
    if count > limit { words.append("\(count - limit) more") }
    guard let last = words.popLast() else { return "" }
    return words.isEmpty ? last : "\(words.joined(separator: ", ")) \(conjunction) \(last)"
  }
}
